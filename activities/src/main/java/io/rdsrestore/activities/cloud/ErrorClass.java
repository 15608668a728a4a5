package io.rdsrestore.activities.cloud;

import io.rdsrestore.workflows.RestoreErrorCode;

/** What may be done about a refusal of the cloud. */
public enum ErrorClass {
  /** Passing trouble: the same call again. */
  RETRY(RestoreErrorCode.TRANSIENT),
  /** The service failed inside: again, but a write may have happened all the same. */
  UNCLEAR(RestoreErrorCode.TRANSIENT),
  /** Fewer calls, later. */
  THROTTLED(RestoreErrorCode.THROTTLED),
  /** Busy with something else: later. */
  BUSY(RestoreErrorCode.BUSY),
  /** A person has to do something first. */
  PERSON(RestoreErrorCode.NEEDS_PERSON),
  /** What was asked for is not there; for a removal that is success. */
  ABSENT(RestoreErrorCode.NOT_FOUND),
  /** What was to be created is there already. */
  EXISTS(RestoreErrorCode.NEEDS_PERSON),
  /** Our request was wrong. */
  WRONG_REQUEST(RestoreErrorCode.WRONG_REQUEST);

  private final RestoreErrorCode restoreErrorCode;

  ErrorClass(RestoreErrorCode restoreErrorCode) {
    this.restoreErrorCode = restoreErrorCode;
  }

  /** The type of the failure that a workflow sees. */
  public RestoreErrorCode restoreErrorCode() {
    return restoreErrorCode;
  }
}
