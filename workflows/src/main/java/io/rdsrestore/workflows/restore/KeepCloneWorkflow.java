package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.UpdateValidatorMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * Keeps the clone of a restore that has ended, for a time; then removes it. Its id is {@code
 * restore-keep/<restoreId>}; it speaks as a restore does, and takes {@code extend} and {@code
 * abort}.
 */
@WorkflowInterface
public interface KeepCloneWorkflow {

  @WorkflowMethod(name = RestoreContract.KEEP_WORKFLOW_TYPE)
  RestoreReport keep(RawValue request);

  @QueryMethod(
      name = RestoreContract.QUERY_STATUS,
      description = "Until when the clone is kept, and what it has cost")
  RestoreStatus status();

  @UpdateMethod(
      name = RestoreContract.DECIDE,
      description = "extend or abort, answered or rejected with the reason")
  DecisionAnswer decide(RawValue decision);

  @UpdateValidatorMethod(updateName = RestoreContract.DECIDE)
  void validateDecide(RawValue decision);

  @SignalMethod(name = RestoreContract.DECIDE, description = "extend or abort")
  void signalDecision(RawValue decision);

  @SignalMethod(name = RestoreContract.SIGNAL_RETRY, description = "Remove again what failed")
  void retry(RawValue decision);

  @SignalMethod(name = RestoreContract.SIGNAL_ABORT, description = "Remove the clone now")
  void abort(RawValue decision);
}
