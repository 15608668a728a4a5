package io.rdsrestore.demo.load;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The runs of one restore, each continued as new by the next.
 *
 * @param histories theirs, the newest first
 */
record Runs(List<WorkflowExecutionHistory> histories) {
  /** Something had arrived, or a limit was near, while the task was worked on: no defect. */
  private static final Set<WorkflowTaskFailedCause> HARMLESS =
      Set.of(
          WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND,
          WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_FORCE_CLOSE_COMMAND);

  static Runs of(WorkflowClient client, String workflowId) {
    List<WorkflowExecutionHistory> histories = new ArrayList<>();
    WorkflowExecutionHistory history = client.fetchHistory(workflowId);
    histories.add(history);
    for (String before = before(history); !before.isEmpty(); before = before(history)) {
      history = client.fetchHistory(workflowId, before);
      histories.add(history);
    }
    return new Runs(histories);
  }

  private static String before(WorkflowExecutionHistory history) {
    return history
        .getEvents()
        .get(0)
        .getWorkflowExecutionStartedEventAttributes()
        .getContinuedExecutionRunId();
  }

  int count() {
    return histories.size();
  }

  int mostEvents() {
    return histories.stream().mapToInt(each -> each.getEvents().size()).max().orElseThrow();
  }

  long mostBytes() {
    return histories.stream()
        .mapToLong(
            each -> each.getEvents().stream().mapToLong(HistoryEvent::getSerializedSize).sum())
        .max()
        .orElseThrow();
  }

  /** Workflow tasks that failed or were not answered, other than the server's own two causes. */
  List<String> troubles() {
    return histories.stream()
        .flatMap(each -> each.getEvents().stream())
        .filter(Runs::isTrouble)
        .map(HistoryEvent::toString)
        .toList();
  }

  private static boolean isTrouble(HistoryEvent event) {
    return switch (event.getEventType()) {
      case EVENT_TYPE_WORKFLOW_TASK_FAILED ->
          !HARMLESS.contains(event.getWorkflowTaskFailedEventAttributes().getCause());
      case EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT -> true;
      default -> false;
    };
  }

  long events(EventType type) {
    return histories.stream()
        .flatMap(each -> each.getEvents().stream())
        .filter(event -> event.getEventType() == type)
        .count();
  }
}
