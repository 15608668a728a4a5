package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;

/**
 * An activity that did not come to its end, in words for people.
 *
 * @param code why
 * @param message what happened, without secrets
 * @param remedy what to do about it; null if nothing is known
 * @param timedOut whether it was still worth another try when its time was up
 */
record Trouble(RestoreErrorCode code, String message, String remedy, boolean timedOut) {

  static Trouble of(ActivityFailure failure) {
    boolean timedOut = failure.getRetryState() == RetryState.RETRY_STATE_TIMEOUT;
    if (failure.getCause() instanceof ApplicationFailure cause) {
      return new Trouble(codeOf(cause), cause.getOriginalMessage(), remedyOf(cause), timedOut);
    }
    return new Trouble(
        RestoreErrorCode.TRANSIENT,
        "no worker brought " + failure.getActivityType() + " to its end in time",
        "look whether a worker runs, and at its log",
        true);
  }

  private static RestoreErrorCode codeOf(ApplicationFailure failure) {
    return Arrays.stream(RestoreErrorCode.values())
        .filter(code -> code.name().equals(failure.getType()))
        .findFirst()
        .orElse(RestoreErrorCode.WRONG_REQUEST);
  }

  private static String remedyOf(ApplicationFailure failure) {
    return failure.getDetails() == null || failure.getDetails().getSize() == 0
        ? null
        : failure.getDetails().get(CloudRefusal.class).remedy();
  }
}
