package io.rdsrestore.activities.cloud;

/** What a refusal says of the identity of whoever has called. */
public enum IdentityTrouble {
  /** Nothing: it is about something else. */
  NONE(null),
  /** There are no credentials, or the service does not take them. */
  CREDENTIALS("Check the access key of the worker and its clock, then retry."),
  /** It is known, and lacks a permission. */
  PERMISSION(
      "Grant the worker's RAM identity the permissions listed in docs/permissions.md, then retry.");

  private final String remedy;

  IdentityTrouble(String remedy) {
    this.remedy = remedy;
  }

  /** What a person can do; null where nobody needs to. */
  String remedy() {
    return remedy;
  }
}
