package io.rdsrestore.activities.notify;

/**
 * Text of others within a Markdown that has no escapes: an invisible character keeps it from
 * becoming a link, a picture or a call of everybody.
 */
final class PlainText {
  private static final String NOTHING = "\u200b";

  private PlainText() {}

  static String of(String text) {
    return text.replace("](", "]" + NOTHING + "(")
        .replace("<", "<" + NOTHING)
        .replace("@", "@" + NOTHING)
        .replaceAll("\\s*\\R\\s*", " ");
  }
}
