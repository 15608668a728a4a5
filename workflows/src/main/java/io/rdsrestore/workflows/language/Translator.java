package io.rdsrestore.workflows.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts on their way into another language; it remembers what it has tried. */
final class Translator {
  /** What is longer is no sentence of ours; lines and sentences of it are looked at one by one. */
  private static final int LONGEST = 3_000;

  private static final int DEEPEST = 12;

  /** At so many marks of a kind a text is cut in two; more are in no sentence of ours. */
  private static final int MOST_CUTS = 6;

  /** What a word costs that stays in English. */
  private static final int WORD = 10;

  /** What a single word costs that may be a name. */
  private static final int NAME = 4;

  /** So many templates are tried for one text, whatever it holds. */
  static final int MOST_TRIES = 20_000;

  /** Begins entries that are for {@code {0!}} alone. */
  private static final String ONLY_A_WORD = "! ";

  private static final Pattern NUMBERED =
      Pattern.compile("(about |at least |more than )?(\\d[\\d,.]*) ([A-Za-z][A-Za-z -]{0,60})");
  private static final Pattern DURATION =
      Pattern.compile("(\\d+ (?:d|h|min|s|ms))(?: (\\d+ (?:h|min|s)))?");
  private static final Pattern PARENTHESIS =
      Pattern.compile("([^()]*?) ?\\(([^()]*)\\)(.*)", Pattern.DOTALL);
  private static final Pattern LAST_PARENTHESIS =
      Pattern.compile("(.*?) ?\\(([^()]*)\\)([.:]?)", Pattern.DOTALL);
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.?!])\\s+");

  private record Said(String text, int cost, List<String> unknown) {
    /** As it is: unknown if there is prose in it. */
    static Said same(String text, int words) {
      return new Said(text, words * WORD, words == 0 ? List.of() : List.of(text));
    }
  }

  private final Phrasebook book;
  private final Map<String, Said> known = new HashMap<>();
  private final int mostTries;
  private int tries;

  /**
   * @param mostTries how many templates are tried for a text; what is over stays in English
   */
  Translator(Phrasebook book, int mostTries) {
    this.book = book;
    this.mostTries = mostTries;
  }

  /** How many templates were tried for the last text. */
  int tries() {
    return tries;
  }

  Translation translate(String text) {
    tries = 0;
    StringBuilder all = new StringBuilder();
    List<String> unknown = new ArrayList<>();
    boolean verbatim = false;
    int from = 0;
    while (from <= text.length()) {
      int to = text.indexOf('\n', from);
      to = to < 0 ? text.length() : to;
      if (!verbatim && Wording.opensStatements(text.substring(from, to))) {
        int end = text.indexOf(";\n", to);
        to = end >= 0 ? end + 1 : text.endsWith(";") ? text.length() : to;
      }
      String line = text.substring(from, to);
      verbatim = verbatim ? !line.startsWith("DELIMITER ") : false;
      Said said =
          verbatim || line.startsWith("DELIMITER ") ? Said.same(line, 0) : trimmed(line, 0, true);
      verbatim |= line.endsWith("DELIMITER $$");
      all.append(said.text());
      unknown.addAll(said.unknown());
      if (to < text.length()) {
        all.append('\n');
      }
      from = to + 1;
    }
    return new Translation(all.toString(), unknown);
  }

  private Said trimmed(String text, int depth, boolean words) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return new Said(text, 0, List.of());
    }
    int begin = text.indexOf(bare);
    Said said = stopped(say(bare, depth, words), bare);
    return begin == 0 && bare.length() == text.length()
        ? said
        : new Said(
            text.substring(0, begin) + said.text() + text.substring(begin + bare.length()),
            said.cost(),
            said.unknown());
  }

  /** A sentence that ends in Chinese ends with a Chinese full stop. */
  private static Said stopped(Said said, String text) {
    int last = said.text().length() - 1;
    return text.endsWith(".")
            && last > 0
            && said.text().charAt(last) == '.'
            && Wording.isWide(said.text().charAt(last - 1))
        ? new Said(said.text().substring(0, last) + "。", said.cost(), said.unknown())
        : said;
  }

  private Said say(String text, int depth, boolean words) {
    Phrase exact = exact(text);
    boolean single = text.indexOf(' ') < 0;
    if (exact != null && (words || !single)) {
      return new Said(render(exact, text), 0, List.of());
    }
    if (single) {
      // A name most likely; a phrase that explains it is the better guess.
      return new Said(text, Wording.words(text) * NAME, List.of());
    }
    String key = (words ? "w" : "t") + text;
    Said before = known.get(key);
    if (before != null) {
      return before;
    }
    int cost = Wording.isCommand(text) ? 0 : Wording.words(text);
    Said counted = counted(text);
    Said best = counted != null ? counted : Said.same(text, cost);
    if (depth < DEEPEST) {
      if (best.cost() > 0) {
        best = better(best, joined(sentences(text), "", depth, words));
      }
      best = byTemplates(text, depth, best);
      if (best.cost() > 0) {
        best = bySplitting(text, depth, words, best);
      }
    }
    known.put(key, best);
    return best;
  }

  private Phrase exact(String text) {
    Phrase found = book.fixed(text);
    if (found == null && text.endsWith(".")) {
      found = book.fixed(text.substring(0, text.length() - 1));
    }
    return found != null ? found : book.fixed(text + ".");
  }

  /** The full stop is the text's, wherever the book has one. */
  private static String render(Phrase phrase, String text) {
    StringBuilder all = new StringBuilder();
    phrase.pieces().forEach(piece -> all.append(piece.literal()));
    return stop(all.toString(), phrase.english(), text);
  }

  private static String stop(String translated, String english, String text) {
    if (text.endsWith(".") && !english.endsWith(".")) {
      return translated + "。";
    }
    return english.endsWith(".") && !text.endsWith(".") && translated.endsWith("。")
        ? translated.substring(0, translated.length() - 1)
        : translated;
  }

  /** "3 rows", "about 2 h 5 min". */
  private Said counted(String text) {
    Matcher duration = DURATION.matcher(text);
    if (duration.matches()) {
      String second = duration.group(2) == null ? "" : " " + unit(duration.group(2));
      return new Said(unit(duration.group(1)) + second, 0, List.of());
    }
    Matcher number = NUMBERED.matcher(text);
    if (!number.matches()) {
      return null;
    }
    String noun = number.group(3);
    Phrase phrase = book.fixed("# " + noun);
    if (phrase == null && noun.endsWith("s")) {
      phrase = book.fixed("# " + noun.substring(0, noun.length() - 1));
    }
    if (phrase == null) {
      return null;
    }
    String about = number.group(1) == null ? "" : book.say(number.group(1).strip()) + " ";
    return new Said(
        about + phrase.pieces().get(0).literal().replace("#", number.group(2)), 0, List.of());
  }

  private static String unit(String amount) {
    int blank = amount.indexOf(' ');
    return amount.substring(0, blank)
        + " "
        + switch (amount.substring(blank + 1)) {
          case "d" -> "天";
          case "h" -> "小时";
          case "min" -> "分钟";
          case "s" -> "秒";
          default -> "毫秒";
        };
  }

  private Said byTemplates(String text, int depth, Said so) {
    Said best = so;
    if (so.cost() == 0 || text.length() > LONGEST) {
      return best;
    }
    for (Phrase phrase : book.candidates(text)) {
      if (tries++ > mostTries) {
        return best;
      }
      for (String form : forms(text, phrase)) {
        best = better(best, filled(phrase, form, text, depth, true));
        if (best.cost() == 0) {
          return best;
        }
        if (phrase.literals().size() > 2) {
          best = better(best, filled(phrase, form, text, depth, false));
          if (best.cost() == 0) {
            return best;
          }
        }
      }
    }
    return best;
  }

  private static List<String> forms(String text, Phrase phrase) {
    String last = phrase.literals().get(phrase.literals().size() - 1);
    if (text.endsWith(".") && !last.endsWith(".")) {
      return List.of(text.substring(0, text.length() - 1), text);
    }
    return !text.endsWith(".") && last.endsWith(".") ? List.of(text + ".") : List.of(text);
  }

  private Said filled(Phrase phrase, String form, String text, int depth, boolean first) {
    List<String> arguments = phrase.arguments(form, first);
    if (arguments == null || cutsStatements(phrase, arguments, form)) {
      return null;
    }
    StringBuilder all = new StringBuilder();
    List<String> unknown = new ArrayList<>();
    int cost = 0;
    for (Phrase.Piece piece : phrase.pieces()) {
      if (piece.literal() != null) {
        Wording.append(all, piece.literal());
        continue;
      }
      String argument = arguments.get(piece.hole());
      if (piece.use() == Phrase.Use.DROPPED) {
        if (argument.length() > 5) {
          return null;
        }
        continue;
      }
      if (piece.use() == Phrase.Use.VERBATIM) {
        cost += Wording.words(argument);
        Wording.append(all, argument);
        continue;
      }
      boolean last = piece.hole() == arguments.size() - 1;
      cost += last ? Wording.oddity(argument) : 2 * Wording.oddity(argument);
      Said said =
          piece.use() == Phrase.Use.WORD
              ? word(argument, depth + 1)
              : trimmed(argument, depth + 1, false);
      Wording.append(all, said.text());
      cost += said.cost();
      unknown.addAll(said.unknown());
    }
    return new Said(
        form.equals(text) ? all.toString() : stop(all.toString(), form, text), cost, unknown);
  }

  /** Whether what of the phrase stands behind a hole would be found in SQL that the hole begins. */
  private static boolean cutsStatements(Phrase phrase, List<String> arguments, String form) {
    int statements = Wording.statements(form);
    if (statements < 0) {
      return false;
    }
    int begin = 0;
    for (int i = 0; i < arguments.size(); i++) {
      begin += phrase.literals().get(i).length();
      int end = begin + arguments.get(i).length();
      if (statements >= begin && statements < end) {
        return end < form.length();
      }
      begin = end;
    }
    return false;
  }

  private static boolean isWithinStatements(String text, int at) {
    int statements = Wording.statements(text);
    return statements >= 0 && at >= statements;
  }

  private static String[] sentences(String text) {
    int statements = Wording.statements(text);
    return statements < 0
        ? SENTENCE_END.split(text)
        : withTail(SENTENCE_END.split(text.substring(0, statements)), text.substring(statements));
  }

  /** What the mark takes apart; SQL at the end is of the last part. */
  private static String[] parts(String text, String mark) {
    int statements = Wording.statements(text);
    return statements < 0
        ? text.split(mark, -1)
        : withTail(text.substring(0, statements).split(mark, -1), text.substring(statements));
  }

  private static String[] withTail(String[] parts, String tail) {
    parts[parts.length - 1] += tail;
    return parts;
  }

  /** Some words are names wherever no phrase says that they are none. */
  private Said word(String text, int depth) {
    Phrase only = book.fixed(ONLY_A_WORD + text);
    return only == null
        ? trimmed(text, depth, true)
        : new Said(only.pieces().get(0).literal(), 0, List.of());
  }

  private Said bySplitting(String text, int depth, boolean words, Said so) {
    Said best = so;
    best = better(best, joined(parts(text, "; "), "；", depth, words));
    best = better(best, two(text, ": ", text.indexOf(": "), "：", depth, words));
    best = better(best, two(text, ": ", text.lastIndexOf(": "), "：", depth, words));
    best = better(best, two(text, " - ", text.indexOf(" - "), "：", depth, words));
    if (best.cost() > 0) {
      best = better(best, two(text, ", ", text.indexOf(", "), "，", depth, words));
      best = better(best, two(text, ", ", text.lastIndexOf(", "), "，", depth, words));
      best = better(best, joined(parts(text, ", "), "，", depth, words));
      best = better(best, two(text, " and ", text.lastIndexOf(" and "), "和", depth, words));
      best = anywhere(text, "; ", "；", depth, words, best);
      best = anywhere(text, ": ", "：", depth, words, best);
      best = better(best, parenthesis(PARENTHESIS, text, depth, words));
      best = better(best, parenthesis(LAST_PARENTHESIS, text, depth, words));
      best = better(best, ending(text, depth, words));
    }
    return best;
  }

  /** A sentence with a mark within may stand in a list that the same mark takes apart. */
  private Said anywhere(String text, String by, String with, int depth, boolean words, Said so) {
    Said best = so;
    int at = text.length() > LONGEST ? -1 : text.indexOf(by);
    for (int i = 0; i < MOST_CUTS && at >= 0 && best.cost() > 0; i++) {
      best = better(best, two(text, by, at, with, depth, words));
      at = text.indexOf(by, at + 1);
    }
    return best;
  }

  /** A text may go on after a colon at the line's end, or be put in quotes. */
  private Said ending(String text, int depth, boolean words) {
    if (text.endsWith(":")) {
      return wrapped(text.substring(0, text.length() - 1), depth, words, said -> said + "：");
    }
    if (text.startsWith("-> ")) {
      return wrapped(text.substring(3), depth, words, said -> "-> " + said);
    }
    return null;
  }

  private Said wrapped(String text, int depth, boolean words, UnaryOperator<String> form) {
    Said said = trimmed(text, depth + 1, words);
    return new Said(form.apply(said.text()), said.cost(), said.unknown());
  }

  private Said parenthesis(Pattern form, String text, int depth, boolean words) {
    Matcher matcher = form.matcher(text);
    if (text.length() > LONGEST
        || !matcher.matches()
        || isWithinStatements(text, matcher.start(2))) {
      return null;
    }
    Said before = trimmed(matcher.group(1), depth + 1, words);
    Said inside = trimmed(matcher.group(2), depth + 1, words);
    Said after = trimmed(matcher.group(3), depth + 1, words);
    StringBuilder all = new StringBuilder(before.text());
    boolean wide = !inside.text().equals(matcher.group(2));
    Wording.append(all, wide ? "（" : " (");
    all.append(inside.text()).append(wide ? "）" : ")");
    Wording.append(all, after.text());
    return sum(all.toString(), List.of(before, inside, after));
  }

  private Said two(String text, String by, int at, String with, int depth, boolean words) {
    return at < 0 || isWithinStatements(text, at)
        ? null
        : joined(
            new String[] {text.substring(0, at), text.substring(at + by.length())},
            with,
            depth,
            words);
  }

  private Said joined(String[] parts, String with, int depth, boolean words) {
    if (parts.length < 2 || parts.length > 200) {
      return null;
    }
    List<Said> all = new ArrayList<>();
    for (String part : parts) {
      if (tries++ > mostTries) {
        return null;
      }
      all.add(trimmed(part, depth + 1, words));
    }
    StringBuilder text = new StringBuilder(all.get(0).text());
    for (Said said : all.subList(1, all.size())) {
      Wording.append(text, with);
      Wording.append(text, said.text());
    }
    return sum(text.toString(), all);
  }

  private static Said sum(String text, List<Said> parts) {
    return new Said(
        text,
        parts.stream().mapToInt(Said::cost).sum(),
        parts.stream().flatMap(part -> part.unknown().stream()).toList());
  }

  private static Said better(Said one, Said other) {
    return other != null && other.cost() < one.cost() ? other : one;
  }
}
