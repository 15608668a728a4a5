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
    List<String> wrapped = wrap(text, WIDTH - width);
    int first = 0;
    if (label.length() >= width) {
      lines.add(label);
    } else {
      lines.add((pad(label, width) + wrapped.get(0)).stripTrailing());
      first = 1;
    }
    wrapped.subList(first, wrapped.size()).forEach(line -> lines.add(pad("", width) + line));
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  /** A word that is longer than the width keeps a line of its own: commands stay whole. */
  private static List<String> wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    text.lines().forEach(line -> wrapped.addAll(wrapLine(line, width)));
    return wrapped.isEmpty() ? List.of("") : wrapped;
  }

  private static List<String> wrapLine(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (line.length() > 0 && line.length() + 1 + word.length() > width) {
        wrapped.add(line.toString());
        line.setLength(0);
      }
      line.append(line.length() == 0 ? "" : " ").append(word);
    }
    wrapped.add(line.toString());
    return wrapped;
  }
}
