package io.rdsrestore.workflows.restore;

import io.temporal.worker.WorkflowImplementationOptions;

/** How the workflow is registered with a worker. */
public final class RestoreWorkflowOptions {
  private RestoreWorkflowOptions() {}

  /**
   * The defaults on purpose: an exception that is a defect of ours must not end a restore that has
   * bought something. It stops the workflow task, which is tried again until a mended worker comes;
   * {@code TemporalReportedProblems} and the metric {@code temporal_workflow_task_execution_failed}
   * tell of it.
   */
  public static WorkflowImplementationOptions implementationOptions() {
    return WorkflowImplementationOptions.getDefaultInstance();
  }
}
