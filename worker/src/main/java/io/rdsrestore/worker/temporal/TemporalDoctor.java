package io.rdsrestore.worker.temporal;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.activities.doctor.Finding;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.enums.v1.TaskQueueType;
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
      SearchAttributeRegistry registry = new SearchAttributeRegistry(client);
      SearchAttributeState state = registry.read();
      String why = WhyNotPolling.of(state, registry.namespace());
      if (why == null) {
        return Finding.ok(ATTRIBUTES, "all are there");
      }
      return state.isReadable()
          ? Finding.missing(ATTRIBUTES, why)
          : Finding.notCheckable(ATTRIBUTES, why);
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
          TaskQueueQuery.ask(
                  client, RestoreContract.TASK_QUEUE, TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW, false)
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
