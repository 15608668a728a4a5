package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.language.Language;
import java.util.ArrayList;
import java.util.List;

/** Lines of two or more columns, of which the last is wrapped at words. */
final class TextTable {
  private static final int WIDTH = 100;

  /** Of a language whose letters take two columns each. */
  private static final int WIDE_LETTERS = 80;

  private static final String NEVER_FIRST = "，。；：、）？！”";

  private final Speaker speaker;
  private final int width;

  private final List<String> lines = new ArrayList<>();

  /** A table in the language of a speaker. */
  TextTable(Speaker speaker) {
    this.speaker = speaker;
    width = speaker.language() == Language.EN ? WIDTH : WIDE_LETTERS;
  }

  /** A line of its own. */
  void heading(String text) {
    lines.add("");
    wrap(speaker.text(text), width).forEach(lines::add);
  }

  /**
   * A row.
   *
   * @param label all but the last column, as it stands; what is longer than its width gets a line
   * @param labelWidth in columns of the terminal
   */
  void row(String label, int labelWidth, String text) {
    List<String> wrapped = wrap(speaker.text(text), width - labelWidth);
    String said = speaker.line(label);
    int first = 0;
    if (DisplayWidth.of(said) >= labelWidth) {
      lines.add(said);
    } else {
      lines.add((DisplayWidth.pad(said, labelWidth) + wrapped.get(0)).stripTrailing());
      first = 1;
    }
    wrapped
        .subList(first, wrapped.size())
        .forEach(line -> lines.add(" ".repeat(labelWidth) + line));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** A word that is longer than the width keeps a line of its own: commands stay whole. */
  private static List<String> wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    text.lines().forEach(line -> wrapped.addAll(wrapLine(line, width)));
    return wrapped.isEmpty() ? List.of("") : wrapped;
  }

  /** Chinese may be broken after each letter, but not before a full stop or comma. */
  private static String firstPart(String word) {
    int end = word.offsetByCodePoints(0, 1);
    boolean wide = isWide(word, 0);
    while (end < word.length()
        && (NEVER_FIRST.indexOf(word.charAt(end)) >= 0 || !(wide || isWide(word, end)))) {
      end++;
    }
    return word.substring(0, end);
  }

  private static boolean isWide(String word, int at) {
    return DisplayWidth.of(word.codePointAt(at)) == 2;
  }

  private static List<String> wrapLine(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String rest = word;
      if (line.length() > 0
          && DisplayWidth.of(line.toString()) + 1 + DisplayWidth.of(firstPart(rest)) > width) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ");
      while (!rest.isEmpty()) {
        String part = firstPart(rest);
        if (line.length() > 0 && DisplayWidth.of(line.toString()) + DisplayWidth.of(part) > width) {
          wrapped.add(line.toString().stripTrailing());
          line.setLength(0);
        }
        line.append(part);
        rest = rest.substring(part.length());
      }
    }
    wrapped.add(line.toString());
    return wrapped;
  }
}
