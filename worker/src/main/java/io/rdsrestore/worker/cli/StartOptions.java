package io.rdsrestore.worker.cli;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.temporal.api.enums.v1.WorkflowIdConflictPolicy;
import io.temporal.client.WorkflowOptions;
import io.temporal.common.SearchAttributes;
import java.util.stream.Collectors;

/** How the workflow of a request is started. */
final class StartOptions {
  /** Temporal takes 200 bytes; what is cut is in the request. */
  private static final int MAX_SUMMARY = 180;

  private StartOptions() {}

  static WorkflowOptions of(RestoreRequest request) {
    return WorkflowOptions.newBuilder()
        .setWorkflowId(RestoreContract.workflowId(request.instanceId()))
        .setTaskQueue(RestoreContract.TASK_QUEUE)
        .setWorkflowIdConflictPolicy(WorkflowIdConflictPolicy.WORKFLOW_ID_CONFLICT_POLICY_FAIL)
        .setStaticSummary(summary(request))
        .setTypedSearchAttributes(
            SearchAttributes.newBuilder()
                .set(RestoreContract.PHASE, RestorePhase.PLANNING.name())
                .set(RestoreContract.INSTANCE, request.instanceId())
                .set(RestoreContract.REGION, request.regionId())
                .set(RestoreContract.WAITING_FOR, RestoreContract.WAITING_FOR_NOTHING)
                .build())
        .build();
  }

  static String summary(RestoreRequest request) {
    String objects =
        request.objects().stream().map(StartOptions::object).collect(Collectors.joining(", "));
    String summary =
        "%s back to %s: %s"
            .formatted(request.instanceId(), request.restoreTo().describe(), objects);
    return summary.length() <= MAX_SUMMARY
        ? summary
        : summary.substring(0, MAX_SUMMARY - 1) + "\u2026";
  }

  private static String object(DatabaseSelection selection) {
    return selection.isWhole()
        ? selection.database()
        : selection.tables().stream()
            .map(table -> selection.database() + "." + table.name())
            .collect(Collectors.joining(", "));
  }

  /** Whether a start was refused because the namespace lacks our search attributes. */
  static boolean lacksSearchAttributes(RuntimeException e) {
    return e.getCause() instanceof StatusRuntimeException answer
        && answer.getStatus().getCode() == Status.Code.INVALID_ARGUMENT
        && String.valueOf(answer.getStatus().getDescription()).contains("search attribute");
  }
}
