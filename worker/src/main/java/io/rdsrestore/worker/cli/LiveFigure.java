package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.base.Strings;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.common.converter.DataConverter;
import io.temporal.failure.TemporalFailure;
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
  static String of(WorkflowExecutionDescription description, DataConverter converter) {
    return of(description.getRawDescription().getPendingActivitiesList(), converter);
  }

  static String of(List<PendingActivityInfo> pending, DataConverter converter) {
    String said =
        pending.stream()
            .map(activity -> said(activity, converter))
            .filter(Objects::nonNull)
            .collect(Collectors.joining("; "));
    return said.isEmpty() ? null : said;
  }

  private static String said(PendingActivityInfo activity, DataConverter converter) {
    if (activity.hasLastFailure()) {
      String message = message(activity.getLastFailure(), converter);
      if (!message.isBlank()) {
        return message;
      }
    }
    List<Payload> details = activity.getHeartbeatDetails().getPayloadsList();
    String text = details.isEmpty() ? "" : doing(PayloadText.of(details.get(0), converter));
    // A pulse without a note shows only that the worker lives.
    return text.isBlank() || text.equals("null") ? null : text;
  }

  /** A comparison keeps in its heartbeat also where it goes on: that is nothing for people. */
  private static String doing(String text) {
    try {
      JsonNode doing = RestoreJson.mapper().readTree(text).get("doing");
      return doing != null && doing.isTextual() ? doing.textValue() : text;
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  /** As it was written: in the clear, or encrypted with the stack trace. */
  private static String message(Failure failure, DataConverter converter) {
    return converter.failureToException(failure) instanceof TemporalFailure known
        ? Strings.nullToEmpty(known.getOriginalMessage())
        : failure.getMessage();
  }
}
