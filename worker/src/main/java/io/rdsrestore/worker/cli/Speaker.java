package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.language.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Says what commands print for people in their language. Columns stay below each other, whatever
 * the words take; output for programs never comes here.
 */
public final class Speaker {
  /** Columns are two blanks apart at least; prose never has two in a row. */
  private static final Pattern COLUMN = Pattern.compile("\\S+(?: \\S+)*");

  /** In the columns from here on a single word is a name, but for what a run may be. */
  private static final int NAMES_FROM = 2;

  private static final Set<String> RUN_STATES =
      Set.of("running", "completed", "failed", "canceled", "terminated");

  /** What stands between texts, in Chinese. */
  private static final Map<String, String> MARKS =
      Map.of(": ", "：", "; ", "；", " - ", "：", ", ", "，");

  private final Language language;

  /** Speaks one language. */
  public Speaker(Language language) {
    this.language = language;
  }

  /** The one that a command line was started with; English for a command on its own. */
  static Speaker of(CommandSpec spec) {
    return spec.root().userObject() instanceof Speaks speaks
        ? speaks.speaker()
        : new Speaker(Language.EN);
  }

  /** A command line that knows the language of whoever uses it. */
  public interface Speaks {
    /** Whoever speaks for it. */
    Speaker speaker();
  }

  /** The language. */
  public Language language() {
    return language;
  }

  /** A sentence, or several; what was put together is said piece by piece. */
  String text(String english) {
    List<String> pieces = Seam.pieces(english);
    if (language == Language.EN || pieces.size() == 1) {
      return language.say(Seam.closed(english));
    }
    StringBuilder all = new StringBuilder(language.say(pieces.get(0)));
    for (int i = 1; i < pieces.size(); i++) {
      String piece = pieces.get(i);
      // A single word behind a seam is a name; behind a comma it goes on with what is said.
      boolean name = piece.indexOf(' ') < 0 && !pieces.get(i - 1).equals(", ");
      all.append(name ? piece : MARKS.getOrDefault(piece, parenthesis(language.say(piece))));
    }
    return all.toString();
  }

  /** A Chinese parenthesis has its blank within. */
  private static String parenthesis(String said) {
    return said.startsWith(" （") ? said.substring(1) : said;
  }

  /** A line as it is printed, with indentation and columns; it may hold lines of its own. */
  String line(String english) {
    if (language == Language.EN) {
      return Seam.closed(english);
    }
    if (english.indexOf('\n') >= 0) {
      return lines(english);
    }
    StringBuilder line = new StringBuilder();
    Matcher matcher = COLUMN.matcher(english);
    boolean heading = english.equals(english.toUpperCase(Locale.ROOT));
    int column = 0;
    while (matcher.find()) {
      int place =
          Math.max(matcher.start(), line.length() == 0 ? 0 : DisplayWidth.of(line.toString()) + 2);
      line.append(" ".repeat(Math.max(0, place - DisplayWidth.of(line.toString()))));
      String cell = matcher.group();
      boolean name = cell.indexOf(' ') < 0 && column >= NAMES_FROM && !RUN_STATES.contains(cell);
      line.append(name && !heading ? cell : text(cell));
      column++;
    }
    return line.toString();
  }

  /** A label, and behind it what goes on over several lines, as SQL does: that is one text. */
  private String lines(String english) {
    Matcher matcher = COLUMN.matcher(english.substring(0, english.indexOf('\n')));
    if (!matcher.find()) {
      return text(english);
    }
    String label = english.substring(0, matcher.end());
    if (!matcher.find()) {
      return text(english);
    }
    return DisplayWidth.pad(line(label), matcher.start())
        + text(english.substring(matcher.start()));
  }
}
