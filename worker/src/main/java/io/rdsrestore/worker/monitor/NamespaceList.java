package io.rdsrestore.worker.monitor;

import io.rdsrestore.worker.temporal.ListedWorkflow;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import java.util.List;
import java.util.stream.Stream;

/** Reads the restores of a namespace from Temporal's list, without a question to any of them. */
final class NamespaceList {
  /** As many as the server gives at once, of those that run and of those that have ended. */
  static final int MOST = 1_000;

  private static final String RUNNING = ListedWorkflow.OURS + " AND ExecutionStatus = 'Running'";
  private static final String ENDED =
      ListedWorkflow.OURS
          + " AND ExecutionStatus != 'Running' AND ExecutionStatus != 'ContinuedAsNew'";

  private final WorkflowClient client;

  NamespaceList(WorkflowClient client) {
    this.client = client;
  }

  /**
   * Those that run, and the newest that have ended.
   *
   * @throws io.grpc.StatusRuntimeException if the server does not answer, or cannot list
   */
  List<ListedRestore> read() {
    return Stream.of(RUNNING, ENDED).flatMap(query -> read(query).stream()).toList();
  }

  private List<ListedRestore> read(String query) {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(query)) {
      return all.limit(MOST).map(NamespaceList::restore).toList();
    }
  }

  private static ListedRestore restore(WorkflowExecutionMetadata one) {
    boolean running = one.getCloseTime() == null;
    String waitingFor = ListedWorkflow.attribute(one, RestoreContract.WAITING_FOR);
    return new ListedRestore(
        one.getExecution().getWorkflowId(),
        ListedWorkflow.attribute(one, RestoreContract.REGION),
        running,
        one.getStartTime(),
        ListedWorkflow.attribute(one, RestoreContract.PHASE),
        // One that somebody has terminated waits for nobody.
        !running || RestoreContract.WAITING_FOR_NOTHING.equals(waitingFor) ? null : waitingFor,
        ListedWorkflow.memoInstant(one, "waitingSince"),
        ListedWorkflow.memoInstant(one, "phaseSince"),
        ListedWorkflow.memo(one, "cloneId"),
        ListedWorkflow.memoInstant(one, "cloneSince"),
        ListedWorkflow.memoInstant(one, "keptUntil"));
  }
}
