package io.rdsrestore.workflows.policy;

/** Patterns with {@code *} for any characters and {@code ?} for one; all else is itself. */
final class Glob {
  private Glob() {}

  /** In time of the product of both lengths, whatever the pattern is. */
  static boolean matches(String pattern, String text) {
    int at = 0;
    int from = 0;
    int star = -1;
    int retry = 0;
    while (from < text.length()) {
      if (at < pattern.length() && pattern.charAt(at) == '*') {
        star = at++;
        retry = from;
      } else if (at < pattern.length()
          && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(from))) {
        at++;
        from++;
      } else if (star >= 0) {
        at = star + 1;
        from = ++retry;
      } else {
        return false;
      }
    }
    return pattern.substring(at).chars().allMatch(left -> left == '*');
  }
}
