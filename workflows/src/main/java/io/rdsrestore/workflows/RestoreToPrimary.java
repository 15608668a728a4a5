package io.rdsrestore.workflows;

import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.workflow.QueryMethod;
import io.temporal.workflow.SignalMethod;
import io.temporal.workflow.UpdateMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;

/**
 * The restore, as Java callers see it. Callers in other languages use the same names with JSON.
 *
 * <p>Clients need {@link io.rdsrestore.workflows.json.RestoreJson#dataConverter()}.
 */
@WorkflowInterface
public interface RestoreToPrimary {

  /**
   * Restores as the request says. Fails with an {@code ApplicationFailure} of type {@code
   * INVALID_REQUEST} or {@code REFUSED} before anything is bought; after that it always ends with a
   * report.
   */
  @WorkflowMethod(name = RestoreContract.WORKFLOW_TYPE)
  RestoreReport restore(RestoreRequest request);

  /** Where the restore is, what it waits for, and what it has done. */
  @QueryMethod(name = RestoreContract.QUERY_STATUS)
  RestoreStatus status();

  /** A person's decision, answered: what was accepted and what follows, or the reason why not. */
  @UpdateMethod(name = RestoreContract.DECIDE)
  DecisionAnswer decide(Decision decision);

  /**
   * The same as a signal, for senders that cannot wait: what cannot be used is recorded, with the
   * reason.
   */
  @SignalMethod(name = RestoreContract.DECIDE)
  void signalDecision(Decision decision);

  @SignalMethod(name = RestoreContract.SIGNAL_APPROVE)
  void approve(Decision decision);

  @SignalMethod(name = RestoreContract.SIGNAL_RETRY)
  void retry(Decision decision);

  @SignalMethod(name = RestoreContract.SIGNAL_SKIP_PRECHECK_ITEMS)
  void skipPrecheckItems(Decision decision);

  @SignalMethod(name = RestoreContract.SIGNAL_CHANGE_OBJECTS)
  void changeObjects(Decision decision);

  @SignalMethod(name = RestoreContract.SIGNAL_ABORT)
  void abort(Decision decision);
}
