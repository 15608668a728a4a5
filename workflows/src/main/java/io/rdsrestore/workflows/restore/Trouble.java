package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.ReaderFacts;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.temporal.api.enums.v1.RetryState;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import java.util.Arrays;
import java.util.List;

/**
 * An activity that did not come to its end, in words for people.
 *
 * @param code why
 * @param message what happened, without secrets
 * @param remedy what to do about it; null if nothing is known
 * @param commands the remedy as literal SQL or calls; empty where none can be given
 * @param timedOut whether it was still worth another try when its time was up
 * @param reader what the worker is configured to do, where the activity says it; null: it does not
 */
record Trouble(
    RestoreErrorCode code,
    String message,
    String remedy,
    List<String> commands,
    boolean timedOut,
    ReaderFacts reader) {

  Trouble(RestoreErrorCode code, String message, String remedy, boolean timedOut) {
    this(code, message, remedy, List.of(), timedOut, null);
  }

  static Trouble of(ActivityFailure failure) {
    boolean timedOut = failure.getRetryState() == RetryState.RETRY_STATE_TIMEOUT;
    if (failure.getCause() instanceof ApplicationFailure cause) {
      CloudRefusal refusal = detail(cause, 0, CloudRefusal.class);
      return new Trouble(
          codeOf(cause),
          cause.getOriginalMessage(),
          refusal == null ? null : refusal.remedy(),
          refusal == null ? List.of() : refusal.commands(),
          timedOut,
          readerOf(cause));
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

  /** As a thing that a gate is about. */
  GateItem item() {
    return new GateItem(code.name(), message, remedy, commands, false, null);
  }

  /** Its second detail is of builds that knew notifications only. */
  private static ReaderFacts readerOf(ApplicationFailure failure) {
    ReaderFacts reader = detail(failure, 2, ReaderFacts.class);
    NotifyFacts notifications = detail(failure, 1, NotifyFacts.class);
    return reader != null || notifications == null
        ? reader
        : new ReaderFacts(notifications, null, false);
  }

  private static <T> T detail(ApplicationFailure failure, int index, Class<T> type) {
    return failure.getDetails() == null || failure.getDetails().getSize() <= index
        ? null
        : failure.getDetails().get(index, type);
  }
}
