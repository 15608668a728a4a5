package io.rdsrestore.workflows.notify;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Tells people the last word of a workflow that ends. Temporal forgets the activities of a workflow
 * that has ended, so that one that is to be tried for hours needs a workflow of its own, which
 * outlives it.
 */
@WorkflowInterface
public interface NotifyWorkflow {

  /**
   * Tells.
   *
   * @param notice {@link Notice} as JSON
   */
  @WorkflowMethod(name = RestoreContract.NOTIFY_WORKFLOW_TYPE)
  void tell(RawValue notice);
}
