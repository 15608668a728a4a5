package io.rdsrestore.workflows;

/**
 * Why something failed: the type of every {@code ApplicationFailure} of this project. The code says
 * what may be done about it; the message says what happened.
 */
public enum RestoreErrorCode {
  /** The request itself is wrong; the workflow refuses to run. */
  INVALID_REQUEST,
  /** The plan found what no person can mend for this request; the workflow refuses to run. */
  REFUSED,
  /** A slow thing is not there yet; looked at again later. Not a failure. */
  NOT_YET,
  /** Passing trouble of the network or the service; tried again. */
  TRANSIENT,
  /** The service asks for fewer calls; tried again, later. */
  THROTTLED,
  /** The instance or job is busy with something else; tried again, later. */
  BUSY,
  /** It is not known whether a purchase was made; looked up again until it is. */
  OUTCOME_UNKNOWN,
  /** A person has to do something first: quota, balance, permission, a state only people change. */
  NEEDS_PERSON,
  /** What was asked for is not there. */
  NOT_FOUND,
  /** The service calls our request wrong: a defect, or a fact that changed since the plan. */
  WRONG_REQUEST,
  /** What we look after is not ours by its mark: never touched. */
  NOT_OURS;

  /** Whether the same call may succeed later without anybody doing anything. */
  public boolean isRetryable() {
    return switch (this) {
      case NOT_YET, TRANSIENT, THROTTLED, BUSY, OUTCOME_UNKNOWN -> true;
      case INVALID_REQUEST, REFUSED, NEEDS_PERSON, NOT_FOUND, WRONG_REQUEST, NOT_OURS -> false;
    };
  }
}
