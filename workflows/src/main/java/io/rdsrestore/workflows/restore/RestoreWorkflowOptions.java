package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.language.Phrasebook;
import io.temporal.worker.WorkflowImplementationOptions;

/** How the workflow is registered with a worker. */
public final class RestoreWorkflowOptions {
  private RestoreWorkflowOptions() {}

  /**
   * The defaults on purpose: an exception that is a defect of ours must not end a restore that has
   * bought something. It stops the workflow task, which is tried again until a mended worker comes;
   * {@code TemporalReportedProblems} and the metric {@code temporal_workflow_task_execution_failed}
   * tell of it.
   *
   * <p>The phrase book is read here, outside of any workflow: one that thinks for a second counts
   * as hanging, and a busy machine that has just started may take that long to read it.
   */
  public static WorkflowImplementationOptions implementationOptions() {
    Phrasebook.prepare();
    return WorkflowImplementationOptions.getDefaultInstance();
  }
}
