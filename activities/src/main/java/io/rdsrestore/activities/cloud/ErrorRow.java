package io.rdsrestore.activities.cloud;

import java.util.Locale;

/**
 * One row of the {@link ErrorTable}.
 *
 * @param match how {@code pattern} is compared with a code, ignoring case
 * @param pattern a code, its beginning or a part of it
 * @param errorClass what may be done
 * @param remedy what a person can do; null where nobody needs to
 */
public record ErrorRow(Match match, String pattern, ErrorClass errorClass, String remedy) {
  /** How a pattern is compared. */
  public enum Match {
    EQUALS,
    STARTS,
    CONTAINS
  }

  static ErrorRow is(String code, ErrorClass errorClass) {
    return new ErrorRow(Match.EQUALS, code, errorClass, null);
  }

  static ErrorRow is(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.EQUALS, code, errorClass, remedy);
  }

  static ErrorRow starts(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.STARTS, code, errorClass, remedy);
  }

  static ErrorRow contains(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.CONTAINS, code, errorClass, remedy);
  }

  boolean matches(String code) {
    String mine = pattern.toLowerCase(Locale.ROOT);
    String theirs = code.toLowerCase(Locale.ROOT);
    return switch (match) {
      case EQUALS -> theirs.equals(mine);
      case STARTS -> theirs.startsWith(mine);
      case CONTAINS -> theirs.contains(mine);
    };
  }
}
