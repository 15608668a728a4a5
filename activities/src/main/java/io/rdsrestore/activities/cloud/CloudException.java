package io.rdsrestore.activities.cloud;

import io.rdsrestore.workflows.activity.CloudRefusal;

/** A call that was refused or had no usable answer. Holds no secret. */
public final class CloudException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient CloudRefusal refusal;
  private final ErrorClass errorClass;
  private final IdentityTrouble identity;
  private final boolean outcomeUnknown;

  /**
   * A failed call.
   *
   * @param identity what it says of whoever has called
   * @param outcomeUnknown whether a write may have happened all the same
   */
  public CloudException(
      String message,
      CloudRefusal refusal,
      ErrorClass errorClass,
      IdentityTrouble identity,
      boolean outcomeUnknown) {
    super(message);
    this.refusal = refusal;
    this.errorClass = errorClass;
    this.identity = identity;
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Who refused what. */
  public CloudRefusal refusal() {
    return refusal;
  }

  /** What may be done about it. */
  public ErrorClass errorClass() {
    return errorClass;
  }

  /** Whether a write may have happened all the same. */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }

  /** Whether the worker's identity is known and lacks a permission. */
  public boolean isForbidden() {
    return identity == IdentityTrouble.PERMISSION;
  }

  /** Whether there are no credentials, or the service does not take them. */
  public boolean isOfCredentials() {
    return identity == IdentityTrouble.CREDENTIALS;
  }

  /** Whether the service says that the thing is not there. */
  public boolean isAbsent() {
    return errorClass == ErrorClass.ABSENT;
  }

  /** Whether the service says that the thing is there already. */
  public boolean isExisting() {
    return errorClass == ErrorClass.EXISTS;
  }
}
