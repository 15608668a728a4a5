package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.language.Language;
import java.util.ArrayList;
import java.util.List;

/** Lines of two or more columns, of which the last is wrapped at words. */
final class TextTable {
  private static final int WIDTH = 100;

  /** Of a language whose letters take two columns each. */
  private static final int WIDE_LETTERS = 80;

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
    lines.addAll(DisplayWidth.wrap(speaker.text(text), width));
  }

  /**
   * A row.
   *
   * @param label all but the last column, as it stands; what is longer than its width gets a line
   * @param labelWidth in columns of the terminal
   */
  void row(String label, int labelWidth, String text) {
    said(speaker.line(label), labelWidth, speaker.text(text));
  }

  /** As {@link #row}, of what is in the language of whoever reads it. */
  void said(String label, int labelWidth, String text) {
    List<String> wrapped = DisplayWidth.wrap(text, width - labelWidth);
    int first = 0;
    if (DisplayWidth.of(label) >= labelWidth) {
      lines.add(label);
    } else {
      lines.add((DisplayWidth.pad(label, labelWidth) + wrapped.get(0)).stripTrailing());
      first = 1;
    }
    wrapped
        .subList(first, wrapped.size())
        .forEach(line -> lines.add(" ".repeat(labelWidth) + line));
  }

  /** A line of its own that somebody pastes: neither wrapped nor said in another language. */
  void command(String command) {
    lines.add("    " + command);
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
