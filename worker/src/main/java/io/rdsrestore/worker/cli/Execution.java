package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that is known of one restore at one moment.
 *
 * @param workflowId its workflow id
 * @param runId its run
 * @param state how Temporal sees the run
 * @param status the workflow's own answer; null if no worker answered
 * @param report its result; null before the end, or if there is none
 * @param failure why it ended without a report; null otherwise
 * @param memo what Temporal keeps for people while no worker runs
 * @param live what the running step last said; null if nothing
 */
record Execution(
    String workflowId,
    String runId,
    WorkflowExecutionStatus state,
    RestoreStatus status,
    RestoreReport report,
    String failure,
    Map<String, String> memo,
    String live) {

  private static final String NOT_CLEANED_UP =
      "Nothing of it was cleaned up: what it bought costs on. See what is left: ./rds-restore sweep";

  /** What is to be known of one that ended without a report; empty of one that was refused. */
  Optional<String> costsOn() {
    return wasRefused() ? Optional.empty() : Optional.of(NOT_CLEANED_UP);
  }

  /** Whether it has ended before it changed or bought anything, since it was refused. */
  boolean wasRefused() {
    return failure != null
        && Stream.of(RestoreErrorCode.INVALID_REQUEST, RestoreErrorCode.REFUSED)
            .anyMatch(code -> failure.startsWith(code.name() + ":"));
  }

  boolean isRunning() {
    return state == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  boolean isWaitingForPerson() {
    return isRunning() && status != null && status.waitingFor() != null;
  }

  /** The gate that waits for a person although no worker answers; null if none does. */
  String gateWithoutWorker() {
    String gate = memo.get("waitingFor");
    return isRunning() && status == null && !RestoreContract.WAITING_FOR_NOTHING.equals(gate)
        ? gate
        : null;
  }

  /** Whether it runs and nobody works for it, so that it stands still. */
  boolean standsStill() {
    return isRunning() && status == null;
  }

  /**
   * By the contract of the command line: done, failed or aborted, a person is waited for. One that
   * stands still waits for whoever starts a worker.
   */
  int exitCode() {
    if (isWaitingForPerson() || standsStill()) {
      return ExitCode.PERSON_NEEDED;
    }
    if (isRunning()) {
      return ExitCode.DONE;
    }
    return report != null && report.end() == RestorePhase.COMPLETED
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }
}
