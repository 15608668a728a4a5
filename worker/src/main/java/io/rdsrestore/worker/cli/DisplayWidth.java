package io.rdsrestore.worker.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns of a terminal a text takes: a Chinese character takes two, a combining mark
 * none. All widths here are in columns.
 */
final class DisplayWidth {
  /** Where a text was cut. It is one column wide, also where the terminal knows no UTF-8. */
  private static final String CUT = "~";

  /** First and last code point of what is drawn wide (Unicode: East Asian Width W and F). */
  private static final int[][] WIDE = {
    {0x1100, 0x115F},
    {0x2E80, 0x303E},
    {0x3041, 0x33FF},
    {0x3400, 0x4DBF},
    {0x4E00, 0x9FFF},
    {0xA000, 0xA4CF},
    {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},
    {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F},
    {0xFF01, 0xFF60},
    {0xFFE0, 0xFFE6},
    {0x1F300, 0x1F64F},
    {0x1F680, 0x1F6FF},
    {0x1F900, 0x1F9FF},
    {0x20000, 0x3FFFD}
  };

  private DisplayWidth() {}

  /** Columns of a text of one line. */
  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  private static boolean isWide(int codePoint) {
    for (int[] range : WIDE) {
      if (codePoint >= range[0] && codePoint <= range[1]) {
        return true;
      }
    }
    return false;
  }

  /** The text with spaces behind it, so that it takes at least this width. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** The text, or as much of its beginning as fits with a mark that something is missing. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    return width < 1 ? "" : beginning(text, width - CUT.length()) + CUT;
  }

  private static String beginning(String text, int width) {
    StringBuilder beginning = new StringBuilder();
    int taken = 0;
    for (int codePoint : text.codePoints().toArray()) {
      taken += of(codePoint);
      if (taken > width) {
        break;
      }
      beginning.appendCodePoint(codePoint);
    }
    return beginning.toString();
  }

  /**
   * The text in lines of at most this width, broken at spaces and beside wide characters. A word
   * that is longer keeps a line of its own: commands stay whole.
   */
  static List<String> wrap(String text, int width) {
    List<String> wrapped = new ArrayList<>();
    text.lines().forEach(line -> wrapLine(line, width, wrapped));
    return wrapped.isEmpty() ? List.of("") : wrapped;
  }

  private static void wrapLine(String text, int width, List<String> wrapped) {
    StringBuilder line = new StringBuilder();
    int taken = 0;
    for (String piece : pieces(text)) {
      String word = piece.stripTrailing();
      if (taken > 0 && taken + of(word) > width) {
        wrapped.add(line.toString().stripTrailing());
        line.setLength(0);
        taken = 0;
      }
      line.append(piece);
      taken += of(piece);
    }
    wrapped.add(line.toString().stripTrailing());
  }

  /** Words with the spaces behind them; a wide character is a word of its own. */
  private static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    int before = 0;
    for (int codePoint : text.codePoints().toArray()) {
      boolean breaks =
          !isBlank(codePoint) && !isClosing(codePoint) && (isBlank(before) || isWide(before));
      if (piece.length() > 0 && (breaks || (isWide(codePoint) && !isClosing(codePoint)))) {
        pieces.add(piece.toString());
        piece.setLength(0);
      }
      piece.appendCodePoint(codePoint);
      before = codePoint;
    }
    pieces.add(piece.toString());
    return pieces;
  }

  private static boolean isBlank(int codePoint) {
    return codePoint == ' ';
  }

  /** No line begins with one of these. */
  private static boolean isClosing(int codePoint) {
    return "，。、；：？！）》」』”".indexOf(codePoint) >= 0;
  }
}
