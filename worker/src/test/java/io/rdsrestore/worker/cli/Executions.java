package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.Map;

/** Restores as commands read them. */
final class Executions {
  static final String WORKFLOW = "restore/rm-primary01";

  private Executions() {}

  /** One that runs while no worker answers. */
  static Execution withoutWorker(Map<String, String> memo) {
    return running(null, memo, null);
  }

  /**
   * One that runs.
   *
   * @param status null: no worker answers
   * @param live what the running step last said; null if nothing
   */
  static Execution running(RestoreStatus status, Map<String, String> memo, String live) {
    return new Execution(
        WORKFLOW,
        "run",
        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
        status,
        null,
        null,
        memo,
        live);
  }
}
