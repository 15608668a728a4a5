package io.rdsrestore.worker.cli;

import java.util.ArrayList;
import java.util.List;

/** Lines of two or more columns, of which the last is wrapped at words. */
final class TextTable {
  private static final int WIDTH = 100;

  private final List<String> lines = new ArrayList<>();

  /** A line of its own. */
  void heading(String text) {
    lines.add("");
    lines.add(text);
  }

  /**
   * A row.
   *
   * @param label all but the last column, as it stands; what is longer than its width gets a line
   * @param width of the label
   */
  void row(String label, int width, String text) {
    List<String> wrapped = DisplayWidth.wrap(text, WIDTH - width);
    int first = 0;
    if (DisplayWidth.of(label) >= width) {
      lines.add(label);
    } else {
      lines.add((DisplayWidth.pad(label, width) + wrapped.get(0)).stripTrailing());
      first = 1;
    }
    wrapped.subList(first, wrapped.size()).forEach(line -> lines.add(" ".repeat(width) + line));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }
}
