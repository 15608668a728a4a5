package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Waiting;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowStub;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Makes a {@link Deed} happen to a restore. */
final class Interference {
  private static final Duration A_WHILE = Duration.ofMinutes(1);

  private final Slot slot;
  private final String workflowId;
  private final DescribeWorkflowExecutionResponse described;

  Interference(Slot slot, String workflowId, DescribeWorkflowExecutionResponse described) {
    this.slot = slot;
    this.workflowId = workflowId;
    this.described = described;
  }

  void happen(Deed deed) {
    WorkflowStub workflow = slot.client().newUntypedWorkflowStub(workflowId);
    switch (deed) {
      case KILL -> {
        slot.killWorker();
        slot.ensureWorker();
      }
      case CANCEL -> workflow.cancel();
      case ABORT -> workflow.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ana"));
      case RESET_TO_BEGIN -> reset(true);
      case RESET_TO_LAST -> reset(false);
      case TERMINATE -> workflow.terminate("somebody does not know better");
      case CLOUD_GONE -> cloudGone();
      case TEMPORAL_RESTARTED -> slot.restartTemporal();
    }
  }

  private void reset(boolean toBegin) {
    WorkflowExecution run = described.getWorkflowExecutionInfo().getExecution();
    List<Long> tasks =
        slot.client().fetchHistory(workflowId, run.getRunId()).getEvents().stream()
            .filter(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED)
            .map(HistoryEvent::getEventId)
            .toList();
    slot.reset(run, tasks.get(toBegin ? 0 : tasks.size() - 1));
  }

  /** Refused until the restore has noticed. */
  private void cloudGone() {
    slot.cloud().stopListening();
    try {
      Waiting.until(
          "the restore to notice that the cloud has gone",
          A_WHILE,
          () ->
              slot.describe(workflowId).getPendingActivitiesList().stream()
                  .anyMatch(
                      activity ->
                          activity.getLastFailure().getMessage().contains("could not be reached")));
    } finally {
      slot.cloud().listenAgain();
    }
  }
}
