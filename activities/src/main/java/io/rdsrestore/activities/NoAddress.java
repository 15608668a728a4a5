package io.rdsrestore.activities;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseLogin;

/** Of an instance that RDS names no address of, of the kind that the worker is configured for. */
public final class NoAddress {
  /** Why there is no look into it. */
  public static final String WHY =
      "it has no address of the kind that the worker is configured for";

  private NoAddress() {}

  /**
   * Lets only those through that can be reached.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code NEEDS_PERSON} if there is none
   */
  public static void check(DatabaseLogin login) {
    if (login.address() == null) {
      throw Failures.of(
          RestoreErrorCode.NEEDS_PERSON,
          "Instance %s has no address of the kind that the worker is configured for."
              .formatted(login.instanceId()),
          null);
    }
  }
}
