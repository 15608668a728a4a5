package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/** One look for what has outlived its restore; a Temporal Schedule starts it every hour. */
@WorkflowInterface
public interface SweepLookWorkflow {

  /**
   * Looks, alerts, and removes nothing.
   *
   * @param request {@link SweepLookRequest} as JSON
   */
  @WorkflowMethod(name = RestoreContract.SWEEP_WORKFLOW_TYPE)
  SweepLookReport look(RawValue request);
}
