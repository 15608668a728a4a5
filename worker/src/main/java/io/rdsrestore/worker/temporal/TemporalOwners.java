package io.rdsrestore.worker.temporal;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.activities.Pulse;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.sweep.OwnerQuery;
import io.rdsrestore.workflows.sweep.Owners;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Asks Temporal which restores have not ended: each by its own workflow id, which the server
 * answers exactly, and the list of all that run beside it.
 */
public final class TemporalOwners implements OwnerActivities {
  private static final String RUNNING =
      "WorkflowType IN ('%s', '%s') AND ExecutionStatus = 'Running'"
          .formatted(RestoreContract.WORKFLOW_TYPE, RestoreContract.KEEP_WORKFLOW_TYPE);
  private static final String PREFIX = "WORKFLOW_EXECUTION_STATUS_";

  private final WorkflowClient client;

  public TemporalOwners(WorkflowClient client) {
    this.client = client;
  }

  @Override
  public Owners readOwners(OwnerQuery query) {
    return Pulse.during(() -> owners(query));
  }

  private Owners owners(OwnerQuery query) {
    Map<String, String> running = new HashMap<>();
    Set<String> kept = new HashSet<>();
    Map<String, String> ended = new HashMap<>();
    Set<String> known = new HashSet<>();
    for (String instance : query.instanceIds()) {
      describe(RestoreContract.workflowId(instance))
          .ifPresent(
              restore -> {
                known.add(instance);
                if (isRunning(restore)) {
                  note(restore, running);
                  running.put(instance, restoreIdOf(restore));
                } else {
                  ended.put(restoreIdOf(restore), word(restore.getStatus()));
                }
              });
    }
    for (String restoreId : query.restoreIds()) {
      describe(RestoreContract.keepWorkflowId(restoreId))
          .filter(TemporalOwners::isRunning)
          .ifPresent(keep -> kept.add(restoreId));
    }
    listed(running, kept);
    return new Owners(running, kept, ended, known, client.getOptions().getNamespace());
  }

  /** The id that a restore has given itself: by its first run, since a continued one keeps it. */
  public static String restoreIdOf(WorkflowExecutionMetadata restore) {
    String memo = ListedWorkflow.memo(restore, "restoreId");
    if (memo != null) {
      return memo;
    }
    String first = restore.getFirstRunId();
    return RestoreId.of(
        first == null || first.isEmpty() ? restore.getExecution().getRunId() : first);
  }

  private Optional<WorkflowExecutionDescription> describe(String workflowId) {
    try {
      return Optional.of(client.newUntypedWorkflowStub(workflowId).describe());
    } catch (WorkflowNotFoundException e) {
      return Optional.empty();
    }
  }

  /** Those whose mark somebody has changed are found here only. */
  private void listed(Map<String, String> running, Set<String> kept) {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(RUNNING)) {
      all.forEach(
          one -> {
            if (RestoreContract.KEEP_WORKFLOW_TYPE.equals(one.getWorkflowType())) {
              kept.add(restoreIdOf(one));
            } else {
              note(one, running);
            }
          });
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
        throw e;
      }
    }
  }

  /** A restore that runs uses its primary and its clone. */
  private static void note(WorkflowExecutionMetadata restore, Map<String, String> running) {
    String restoreId = restoreIdOf(restore);
    String workflowId = restore.getExecution().getWorkflowId();
    running.put(workflowId.substring(workflowId.indexOf('/') + 1), restoreId);
    String clone = ListedWorkflow.memo(restore, "cloneId");
    if (clone != null) {
      running.put(clone, restoreId);
    }
  }

  private static boolean isRunning(WorkflowExecutionMetadata restore) {
    return restore.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  private static String word(WorkflowExecutionStatus status) {
    String name = status.name();
    return (name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
