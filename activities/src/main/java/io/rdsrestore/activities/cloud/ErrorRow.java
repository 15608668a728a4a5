package io.rdsrestore.activities.cloud;

import java.util.Locale;

/**
 * One row of the {@link ErrorTable}.
 *
 * @param match how {@code pattern} is compared with a code, ignoring case
 * @param pattern a code, its beginning or a part of it
 * @param errorClass what may be done
 * @param remedy what a person can do; null where nobody needs to
 * @param identity what it says of whoever has called
 */
public record ErrorRow(
    Match match, String pattern, ErrorClass errorClass, String remedy, IdentityTrouble identity) {
  /** How a pattern is compared. */
  public enum Match {
    EQUALS,
    STARTS,
    CONTAINS
  }

  static ErrorRow is(String code, ErrorClass errorClass) {
    return new ErrorRow(Match.EQUALS, code, errorClass, null, IdentityTrouble.NONE);
  }

  static ErrorRow is(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.EQUALS, code, errorClass, remedy, IdentityTrouble.NONE);
  }

  static ErrorRow is(String code, IdentityTrouble identity) {
    return is(code, identity, identity.remedy());
  }

  static ErrorRow is(String code, IdentityTrouble identity, String remedy) {
    return new ErrorRow(Match.EQUALS, code, ErrorClass.PERSON, remedy, identity);
  }

  static ErrorRow starts(String code, IdentityTrouble identity) {
    return new ErrorRow(Match.STARTS, code, ErrorClass.PERSON, identity.remedy(), identity);
  }

  static ErrorRow starts(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.STARTS, code, errorClass, remedy, IdentityTrouble.NONE);
  }

  static ErrorRow contains(String code, ErrorClass errorClass, String remedy) {
    return new ErrorRow(Match.CONTAINS, code, errorClass, remedy, IdentityTrouble.NONE);
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
