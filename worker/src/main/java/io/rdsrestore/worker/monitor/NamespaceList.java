package io.rdsrestore.worker.monitor;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.common.SearchAttributeKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Reads the restores of a namespace from Temporal's list, without a question to any of them. */
final class NamespaceList {
  /** As many as the server gives at once, of those that run and of those that have ended. */
  static final int MOST = 1_000;

  private static final String OURS =
      "WorkflowType IN ('%s', '%s') AND ExecutionStatus "
          .formatted(RestoreContract.WORKFLOW_TYPE, RestoreContract.KEEP_WORKFLOW_TYPE);
  private static final String RUNNING = OURS + "= 'Running'";
  private static final String ENDED = OURS + "!= 'Running' AND ExecutionStatus != 'ContinuedAsNew'";

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
    String waitingFor = attribute(one, RestoreContract.WAITING_FOR);
    return new ListedRestore(
        one.getExecution().getWorkflowId(),
        attribute(one, RestoreContract.REGION),
        running,
        one.getStartTime(),
        attribute(one, RestoreContract.PHASE),
        // One that somebody has terminated waits for nobody.
        !running || RestoreContract.WAITING_FOR_NOTHING.equals(waitingFor) ? null : waitingFor,
        instant(one, "waitingSince"),
        instant(one, "phaseSince"),
        one.getMemo("cloneId", String.class, String.class),
        instant(one, "cloneSince"),
        instant(one, "keptUntil"));
  }

  private static String attribute(WorkflowExecutionMetadata one, SearchAttributeKey<String> key) {
    return one.getTypedSearchAttributes().get(key);
  }

  private static Instant instant(WorkflowExecutionMetadata one, String key) {
    String value = one.getMemo(key, String.class, String.class);
    return value == null ? null : RestoreMark.instant(value).orElse(null);
  }
}
