package io.rdsrestore.activities.cloud;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Makes a message of a service or driver fit for a history: no address with parameters, no secret,
 * one line, bounded.
 */
public final class MessageScrubber {
  /** Longest message that is passed on, in characters. */
  public static final int MAX_LENGTH = 400;

  // What a signature error says back holds every parameter of the call, encoded.
  private static final Pattern STRING_TO_SIGN =
      Pattern.compile("(?is)(server\\s+)?string\\s*to\\s*sign.*$");
  private static final Pattern URL = Pattern.compile("(?i)\\b(https?|jdbc:\\w+)://\\S+");
  private static final Pattern NAMED_SECRET =
      Pattern.compile(
          "(?i)([\\w.]*(password|secret|signature|token|accesskeyid)[\\w.]*)(\\s*[=:]\\s*)[^\\s&,;]+");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}]+");

  private MessageScrubber() {}

  /**
   * The message without secrets.
   *
   * @param message null gives an empty text
   * @param secrets values that must not be in it, whatever surrounds them
   */
  public static String scrub(String message, Collection<String> secrets) {
    if (message == null) {
      return "";
    }
    String text = message;
    for (String secret : secrets) {
      if (!secret.isEmpty()) {
        text = text.replace(secret, "***");
      }
    }
    text = STRING_TO_SIGN.matcher(text).replaceAll("(string to sign left out)");
    text = URL.matcher(text).replaceAll("(address left out)");
    text = NAMED_SECRET.matcher(text).replaceAll("$1$3***");
    text = BLANKS.matcher(text).replaceAll(" ").strip();
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH - 1) + "…";
  }
}
