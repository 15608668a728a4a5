package io.rdsrestore.worker.cli;

import io.temporal.api.common.v1.Payload;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowExecutionDescription;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What running steps last said: a wait is an activity that is tried again, so the newest figure is
 * in its heartbeat or in the message of its last attempt.
 */
final class LiveFigure {
  private LiveFigure() {}

  /** Null if no step has said anything. */
  static String of(WorkflowExecutionDescription description) {
    return of(description.getRawDescription().getPendingActivitiesList());
  }

  static String of(List<PendingActivityInfo> pending) {
    String said =
        pending.stream()
            .map(LiveFigure::said)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? null : said;
  }

  private static String said(PendingActivityInfo activity) {
    if (activity.hasLastFailure() && !activity.getLastFailure().getMessage().isBlank()) {
      return activity.getLastFailure().getMessage();
    }
    List<Payload> details = activity.getHeartbeatDetails().getPayloadsList();
    return details.isEmpty() ? null : PayloadText.of(details.get(0));
  }
}
