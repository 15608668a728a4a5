package io.rdsrestore.workflows.request;

import java.util.regex.Pattern;

/** Names that Alibaba Cloud gives: a region, an instance, a backup set, a class. */
final class CloudName {
  private static final int MAX_LENGTH = 64;
  private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z0-9]+)+");
  private static final Pattern INSTANCE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)+");
  private static final Pattern OTHER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  private CloudName() {}

  /** RegionId; null if it is none. */
  static String region(JsonField field) {
    return required(field, REGION, "is no region id, for example cn-hangzhou");
  }

  /** DBInstanceId; null if it is none. */
  static String instance(JsonField field) {
    return required(field, INSTANCE, "is no RDS instance id, for example rm-bp1a2b3c4d5e6f7g8");
  }

  /** Any other name of the cloud's making; null if it is absent or none. */
  static String other(JsonField field) {
    return field
        .text(MAX_LENGTH)
        .filter(
            text ->
                fits(
                    field, text, OTHER, "is no name of the cloud: letters, digits, _ . and - only"))
        .orElse(null);
  }

  private static String required(JsonField field, Pattern pattern, String message) {
    return field
        .requiredText(MAX_LENGTH)
        .filter(text -> fits(field, text, pattern, message))
        .orElse(null);
  }

  private static boolean fits(JsonField field, String text, Pattern pattern, String message) {
    boolean fits = pattern.matcher(text).matches();
    if (!fits) {
      field.problem(Words.quoted(text) + " " + message);
    }
    return fits;
  }
}
