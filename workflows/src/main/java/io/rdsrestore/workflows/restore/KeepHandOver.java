package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Instant;

/**
 * Starts the workflow that takes care of what outlives a restore, and does not wait for its end.
 */
final class KeepHandOver {
  private KeepHandOver() {}

  /**
   * False if it could not be started.
   *
   * @param what it takes care of, for people
   * @param until when a clone that is kept is removed; null: none is kept
   */
  static boolean start(Restore restore, String what, Instant until) {
    ChildWorkflowStub child =
        Workflow.newUntypedChildWorkflowStub(
            RestoreContract.KEEP_WORKFLOW_TYPE,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(RestoreContract.keepWorkflowId(restore.restoreId))
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setCancellationType(ChildWorkflowCancellationType.ABANDON)
                .setStaticSummary("keeps " + what)
                .build());
    Promise<Object> end = child.executeAsync(Object.class, KeepRequest.of(restore, until));
    Promise<WorkflowExecution> started = child.getExecution();
    // Its end is not waited for; looked at, or the SDK complains of a failure nobody saw.
    var unused = end.exceptionally(failure -> null);
    try {
      started.get();
      return true;
    } catch (ChildWorkflowFailure failure) {
      // After a reset it may run already.
      return failure.getCause() instanceof WorkflowExecutionAlreadyStarted;
    } catch (WorkflowExecutionAlreadyStarted running) {
      return true;
    }
  }
}
