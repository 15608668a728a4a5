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
 * {@link io.rdsrestore.workflows.RestoreToPrimary} as the worker sees it: everything that comes in
 * is raw, because what the SDK cannot decode it retries for ever (start input) or drops without a
 * word (signals). A test keeps the two equal.
 */
@WorkflowInterface
public interface RestoreToPrimaryWorkflow {

  @WorkflowMethod(name = RestoreContract.WORKFLOW_TYPE)
  RestoreReport restore(RawValue request);

  @QueryMethod(
      name = RestoreContract.QUERY_STATUS,
      description = "Where the restore is, what it waits for, and what it has done")
  RestoreStatus status();

  @UpdateMethod(
      name = RestoreContract.DECIDE,
      description = "A person's decision, answered or rejected with the reason")
  DecisionAnswer decide(RawValue decision);

  @UpdateValidatorMethod(updateName = RestoreContract.DECIDE)
  void validateDecide(RawValue decision);

  @SignalMethod(name = RestoreContract.DECIDE, description = "A person's decision")
  void signalDecision(RawValue decision);

  @SignalMethod(name = RestoreContract.SIGNAL_APPROVE, description = "Go on; names its gate")
  void approve(RawValue decision);

  @SignalMethod(name = RestoreContract.SIGNAL_RETRY, description = "Do again what failed")
  void retry(RawValue decision);

  @SignalMethod(
      name = RestoreContract.SIGNAL_SKIP_PRECHECK_ITEMS,
      description = "Let DTS pass over precheck items")
  void skipPrecheckItems(RawValue decision);

  @SignalMethod(
      name = RestoreContract.SIGNAL_CHANGE_OBJECTS,
      description = "Other objects, names or target")
  void changeObjects(RawValue decision);

  @SignalMethod(name = RestoreContract.SIGNAL_ABORT, description = "Stop, clean up and report")
  void abort(RawValue decision);
}
