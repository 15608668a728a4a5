package io.rdsrestore.activities.rds;

/**
 * A text as the value of a tag: RDS takes at most 128 characters, none of its own prefixes, and no
 * address of a web page.
 */
final class TagText {
  private static final int LONGEST = 120;

  private TagText() {}

  /** As much of it as fits; what RDS might refuse is replaced. */
  static String of(String text) {
    String plain = text.replaceAll("[^\\p{L}\\p{N} _.:/=+@-]", "_").replace("//", "__").strip();
    String usable = plain.matches("(?i)(aliyun|acs:).*") ? "_" + plain : plain;
    int end =
        usable.offsetByCodePoints(0, Math.min(LONGEST, usable.codePointCount(0, usable.length())));
    return end == 0 ? "_" : usable.substring(0, end);
  }
}
