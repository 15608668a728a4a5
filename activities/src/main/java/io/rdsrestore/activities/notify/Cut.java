package io.rdsrestore.activities.notify;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;

/** Texts that have to be shorter: cut at a blank if one is near, never within a character. */
final class Cut {
  private static final String ELLIPSIS = "…";

  /** So far back a blank is looked for. */
  private static final int NEAR = 40;

  private Cut() {}

  /** At most so many UTF-16 units, as the receivers count characters. */
  static String toChars(String text, int most) {
    return to(text, most, String::length);
  }

  static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** As long as a measure allows; empty where there is no room for anything. */
  static String to(String text, int most, ToIntFunction<String> measure) {
    if (measure.applyAsInt(text) <= most) {
      return text;
    }
    int low = 0;
    int high = text.length();
    while (low < high) {
      int middle = (low + high + 1) / 2;
      if (measure.applyAsInt(whole(text, middle) + ELLIPSIS) <= most) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    String kept = whole(text, low);
    int blank = kept.lastIndexOf(' ');
    String nicer = blank > kept.length() - NEAR && blank > 0 ? kept.substring(0, blank) : kept;
    return nicer.isEmpty() ? "" : nicer.stripTrailing() + ELLIPSIS;
  }

  private static String whole(String text, int end) {
    return end > 0 && Character.isHighSurrogate(text.charAt(end - 1))
        ? text.substring(0, end - 1)
        : text.substring(0, end);
  }
}
