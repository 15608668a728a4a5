package io.rdsrestore.worker.temporal;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.client.WorkflowClient;
import java.util.List;

/** Looks whether a namespace is ready for restores. Changes nothing. */
public final class TemporalDoctor {
  private static final String ATTRIBUTES = "search attributes";
  private static final String WORKERS = "workers";

  private final WorkflowClient client;
  private final String address;

  public TemporalDoctor(TemporalConnection connection) {
    client = connection.client();
    address = connection.address();
  }

  /** What is found. */
  public List<Finding> examine() {
    return List.of(
        Finding.ok(
            "Temporal",
            "a server answers at %s, namespace %s"
                .formatted(address, client.getOptions().getNamespace())),
        searchAttributes(),
        workers());
  }

  private Finding searchAttributes() {
    try {
      SearchAttributeState state = new SearchAttributeRegistry(client).read();
      if (!state.isReadable()) {
        return Finding.notCheckable(
            ATTRIBUTES, "this server does not say which search attributes there are");
      }
      if (!state.wrongType().isEmpty()) {
        return Finding.missing(
            ATTRIBUTES, "with another type than Keyword: " + String.join(", ", state.wrongType()));
      }
      return state.missing().isEmpty()
          ? Finding.ok(ATTRIBUTES, "all are there")
          : Finding.missing(
              ATTRIBUTES,
              "not there: %s; ./rds-restore setup makes them"
                  .formatted(String.join(", ", state.missing())));
    } catch (StatusRuntimeException e) {
      return Finding.missing(
          ATTRIBUTES,
          "the server answers %s: look whether the namespace is there"
              .formatted(e.getStatus().getCode()));
    }
  }

  private Finding workers() {
    try {
      int polling =
          client
              .getWorkflowServiceStubs()
              .blockingStub()
              .describeTaskQueue(
                  DescribeTaskQueueRequest.newBuilder()
                      .setNamespace(client.getOptions().getNamespace())
                      .setTaskQueue(TaskQueue.newBuilder().setName(RestoreContract.TASK_QUEUE))
                      .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                      .build())
              .getPollersCount();
      return polling > 0
          ? Finding.ok(
              WORKERS, "%d poll task queue %s".formatted(polling, RestoreContract.TASK_QUEUE))
          : Finding.missing(
              WORKERS,
              "none polls task queue %s: ./rds-restore worker starts one"
                  .formatted(RestoreContract.TASK_QUEUE));
    } catch (StatusRuntimeException e) {
      return Finding.notCheckable(
          WORKERS, "the server answers %s".formatted(e.getStatus().getCode()));
    }
  }
}
