package io.rdsrestore.workflows.restore;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.ParentClosePolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;

/**
 * A workflow that takes over what one that ends has still to send: Temporal forgets the activities
 * of a workflow that has ended, and would wait for none. Only Temporal itself is waited for, until
 * it has noted it.
 */
final class LastChild {
  private LastChild() {}

  /** Whoever has cancelled the workflow that ends wants it sent all the same. */
  static void start(String type, String workflowId, String summary, Object input) {
    Workflow.newDetachedCancellationScope(() -> begin(type, workflowId, summary, input)).run();
  }

  private static void begin(String type, String workflowId, String summary, Object input) {
    ChildWorkflowStub child =
        Workflow.newUntypedChildWorkflowStub(
            type,
            ChildWorkflowOptions.newBuilder()
                .setWorkflowId(workflowId)
                // The same is sent once, also after a reset.
                .setWorkflowIdReusePolicy(
                    WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .setParentClosePolicy(ParentClosePolicy.PARENT_CLOSE_POLICY_ABANDON)
                .setCancellationType(ChildWorkflowCancellationType.ABANDON)
                .setStaticSummary(summary)
                .build());
    Promise<Object> end = child.executeAsync(Object.class, input);
    Promise<WorkflowExecution> started = child.getExecution();
    // Looked at, or the SDK complains of a failure nobody saw.
    var unusedEnd = end.exceptionally(failure -> null);
    // Its failure is one: it was sent before.
    var unusedFailure = started.getFailure();
  }
}
