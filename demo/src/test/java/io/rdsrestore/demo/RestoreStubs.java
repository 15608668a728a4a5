package io.rdsrestore.demo;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Restores as a client in any language starts and asks them: by names and JSON alone. */
public final class RestoreStubs {
  private RestoreStubs() {}

  /** One that is to be started. */
  public static WorkflowStub of(WorkflowClient client, String instanceId) {
    return client.newUntypedWorkflowStub(
        RestoreContract.WORKFLOW_TYPE,
        WorkflowOptions.newBuilder()
            .setTaskQueue(RestoreContract.TASK_QUEUE)
            .setWorkflowId(RestoreContract.workflowId(instanceId))
            .build());
  }

  /** One of the sample's smallest table, beside the original, that waits for an approval. */
  public static WorkflowStub startSmall(WorkflowClient client) {
    WorkflowStub restore = of(client, Sandbox.SAMPLE_PRIMARY);
    restore.start(
        Map.of(
            "regionId",
            Sandbox.REGION,
            "instanceId",
            Sandbox.SAMPLE_PRIMARY,
            "restoreTo",
            Map.of("time", withinTheSample()),
            "objects",
            List.of(Map.of("database", "shop", "tables", List.of("settings"))),
            "target",
            "sideBySide",
            "requestedBy",
            "ana",
            "reason",
            "INC-4711"));
    return restore;
  }

  /** Some minutes of sample history end a minute before a sandbox starts. */
  private static String withinTheSample() {
    return Instant.now().minusSeconds(240).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  public static RestoreStatus status(WorkflowStub restore) {
    return restore.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  /** Whether a person is waited for at a gate. */
  public static boolean waitsAt(WorkflowStub restore, String gate) {
    RestoreStatus status = status(restore);
    return status.waitingFor() != null && status.waitingFor().gate().equals(gate);
  }
}
