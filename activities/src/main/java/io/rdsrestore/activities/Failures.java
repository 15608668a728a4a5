package io.rdsrestore.activities;

import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.ReaderFacts;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/**
 * Failures as the workflow reads them: type a {@link RestoreErrorCode}, one sentence for people,
 * first detail a {@link CloudRefusal} where something refused. Without stack traces, which help
 * nobody who reads a list of pending activities.
 */
public final class Failures {
  private Failures() {}

  /** A failure that nobody's clock has to mend. */
  public static ApplicationFailure of(RestoreErrorCode code, String message, CloudRefusal refusal) {
    return of(code, message, refusal, null);
  }

  /**
   * A failure.
   *
   * @param refusal null if nobody refused anything
   * @param nextAttempt when to try again; null for the policy's own interval
   */
  public static ApplicationFailure of(
      RestoreErrorCode code, String message, CloudRefusal refusal, Duration nextAttempt) {
    ApplicationFailure.Builder builder =
        ApplicationFailure.newBuilder()
            .setType(code.name())
            .setMessage(message)
            .setNonRetryable(!code.isRetryable())
            .setNextRetryDelay(nextAttempt)
            .setCategory(
                code == RestoreErrorCode.NOT_YET
                    ? ApplicationErrorCategory.BENIGN
                    : ApplicationErrorCategory.UNSPECIFIED);
    if (refusal != null) {
      builder.setDetails(refusal);
    }
    ApplicationFailure failure = builder.build();
    failure.setStackTrace(new StackTraceElement[0]);
    return failure;
  }

  /**
   * The same, with what this worker is configured to do: a restore whose first read fails has to
   * know it, too. The second detail is for builds that knew notifications only.
   */
  public static ApplicationFailure readBy(ApplicationFailure failure, ReaderFacts reader) {
    boolean hasRefusal = failure.getDetails() != null && failure.getDetails().getSize() > 0;
    ApplicationFailure told =
        ApplicationFailure.newBuilder(failure)
            .setDetails(
                hasRefusal ? failure.getDetails().get(CloudRefusal.class) : null,
                reader.notifications(),
                reader)
            .build();
    told.setStackTrace(new StackTraceElement[0]);
    return told;
  }

  /** A slow thing that is not there yet. */
  public static ApplicationFailure notYet(String seen, Duration nextLook) {
    return of(RestoreErrorCode.NOT_YET, seen, null, nextLook);
  }

  /**
   * What might have passed by itself and did not for long: now it is for a person. A defect of ours
   * comes as another exception; of that only the kind is told, as its text may hold anything.
   */
  static ApplicationFailure lasting(RuntimeException failed) {
    if (failed instanceof ApplicationFailure told) {
      told.setNonRetryable(true);
      return told;
    }
    return of(
        RestoreErrorCode.WRONG_REQUEST,
        "unexpected %s, see the worker's log".formatted(failed.getClass().getSimpleName()),
        null);
  }

  static ApplicationFailure of(CloudException refused, Duration nextAttempt) {
    return of(
        refused.errorClass().restoreErrorCode(),
        refused.getMessage(),
        refused.refusal(),
        nextAttempt);
  }
}
