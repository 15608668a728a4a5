package io.rdsrestore.workflows.audit;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Brings the last entries of a workflow that ends to the audit. Temporal forgets the activities of
 * a workflow that has ended, so that they need one of their own, which outlives it.
 */
@WorkflowInterface
public interface AuditWorkflow {

  /**
   * Brings them.
   *
   * @param batch {@link AuditBatch} as JSON
   */
  @WorkflowMethod(name = RestoreContract.AUDIT_WORKFLOW_TYPE)
  void audit(RawValue batch);
}
