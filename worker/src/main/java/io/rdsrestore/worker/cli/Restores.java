package io.rdsrestore.worker.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowTargetOptions;
import io.temporal.common.SearchAttributeKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds restores in a namespace. */
final class Restores {
  private static final Pattern RESTORE_ID = Pattern.compile("[a-z2-7]{" + RestoreId.LENGTH + "}");
  private static final String OURS = "WorkflowType = '" + RestoreContract.WORKFLOW_TYPE + "'";

  private final WorkflowClient client;

  Restores(WorkflowClient client) {
    this.client = client;
  }

  /** The restore that a workflow id, an instance id (its latest restore) or a restore id names. */
  WorkflowStub find(String id) {
    if (id.indexOf('/') >= 0) {
      return client.newUntypedWorkflowStub(id);
    }
    if (RESTORE_ID.matcher(id).matches()) {
      return findByRestoreId(id)
          .orElseThrow(
              () -> new UserError(ExitCode.FAILED, "No restore has the id %s.".formatted(id)));
    }
    return client.newUntypedWorkflowStub(RestoreContract.workflowId(id));
  }

  private Optional<WorkflowStub> findByRestoreId(String restoreId) {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(OURS)) {
      return all.filter(one -> restoreId.equals(restoreIdOf(one)))
          .findFirst()
          .map(
              one ->
                  client.newUntypedWorkflowStub(
                      WorkflowTargetOptions.newBuilder()
                          .setWorkflowId(one.getExecution().getWorkflowId())
                          .setRunId(one.getExecution().getRunId())
                          .build()));
    } catch (StatusRuntimeException e) {
      throw cannotList(e, "Name the restore by its instance id instead.");
    }
  }

  /** The newest first, at most so many. */
  List<RestoreLine> list(ListFilter filter) {
    try (Stream<WorkflowExecutionMetadata> all = client.listExecutions(OURS + filter.condition())) {
      return all.limit(filter.limit()).map(Restores::line).toList();
    } catch (StatusRuntimeException e) {
      throw cannotList(e, "Ask for one restore: ./rds-restore status INSTANCE.");
    }
  }

  private static RestoreLine line(WorkflowExecutionMetadata one) {
    return new RestoreLine(
        restoreIdOf(one),
        one.getExecution().getWorkflowId(),
        one.getExecution().getRunId(),
        attribute(one, RestoreContract.INSTANCE),
        attribute(one, RestoreContract.REGION),
        RunState.word(one.getStatus()),
        attribute(one, RestoreContract.PHASE),
        attribute(one, RestoreContract.WAITING_FOR),
        one.getStartTime(),
        one.getCloseTime());
  }

  private static String attribute(WorkflowExecutionMetadata one, SearchAttributeKey<String> key) {
    return one.getTypedSearchAttributes().get(key);
  }

  /** By the first run, since a continued run keeps its restore's id. */
  private static String restoreIdOf(WorkflowExecutionMetadata one) {
    String memo = one.getMemo("restoreId", String.class, String.class);
    if (memo != null) {
      return memo;
    }
    String first = one.getFirstRunId();
    return RestoreId.of(
        Objects.requireNonNullElse(first, "").isEmpty() ? one.getExecution().getRunId() : first);
  }

  private static UserError cannotList(StatusRuntimeException e, String instead) {
    Status.Code code = e.getStatus().getCode();
    if (code == Status.Code.UNIMPLEMENTED) {
      return new UserError(
          ExitCode.FAILED,
          "This Temporal server cannot list workflows (the embedded test server cannot). "
              + instead,
          e);
    }
    if (code == Status.Code.INVALID_ARGUMENT) {
      return new UserError(
          ExitCode.FAILED,
          "The namespace does not know the restore's search attributes: run ./rds-restore setup.",
          e);
    }
    throw e;
  }
}
