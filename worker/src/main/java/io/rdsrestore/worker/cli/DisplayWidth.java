package io.rdsrestore.worker.cli;

/** How many columns of a terminal a text takes: Chinese letters take two, accents none. */
final class DisplayWidth {
  private DisplayWidth() {}

  /** Of the whole text. */
  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /** Filled up with blanks; longer texts stay as they are. */
  static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - of(text)));
  }

  /** At most so wide; what does not fit goes, and an ellipsis says so. */
  static String cut(String text, int width) {
    return of(text) <= width ? text : text.substring(0, fitting(text, width - 1)) + "…";
  }

  /** How many chars from the beginning fit into a width. */
  static int fitting(String text, int width) {
    int used = 0;
    int at = 0;
    while (at < text.length()) {
      int codePoint = text.codePointAt(at);
      used += of(codePoint);
      if (used > width) {
        return at;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || type == Character.CONTROL) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** East Asian Width W and F, as terminals draw them. */
  private static boolean isWide(int codePoint) {
    return (codePoint >= 0x1100 && codePoint <= 0x115F)
        || (codePoint >= 0x2E80 && codePoint <= 0x303E)
        || (codePoint >= 0x3041 && codePoint <= 0xA4CF)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
        || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
        || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1F64F)
        || (codePoint >= 0x1F900 && codePoint <= 0x1F9FF)
        || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
  }
}
