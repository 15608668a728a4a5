package io.rdsrestore.worker.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.rdsrestore.worker.temporal.TaskQueueQuery;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueueStats;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.List;

/**
 * How much waits in Temporal for a worker. The SDK's own metrics tell how long a task has waited
 * once a worker has taken it; only the server knows of those that nobody takes.
 */
final class TaskQueues {
  private static final String WORKFLOW = "workflow";
  private static final String ACTIVITY = "activity";

  private final WorkflowClient client;
  private final MultiGauge tasks;
  private final MultiGauge age;

  TaskQueues(WorkflowClient client, MeterRegistry registry) {
    this.client = client;
    tasks =
        MultiGauge.builder("rds.restore.backlog.tasks")
            .description("Tasks that wait for a worker, about")
            .register(registry);
    age =
        MultiGauge.builder("rds.restore.backlog.age.seconds")
            .description("How long the oldest of them has waited")
            .register(registry);
  }

  /**
   * Reads and shows.
   *
   * @throws io.grpc.StatusRuntimeException if the server does not answer, or cannot tell
   */
  void look() {
    List<Row<?>> waiting = new ArrayList<>();
    List<Row<?>> oldest = new ArrayList<>();
    read(RestoreContract.TASK_QUEUE, WORKFLOW, waiting, oldest);
    read(RestoreContract.TASK_QUEUE, ACTIVITY, waiting, oldest);
    read(RestoreContract.NOTIFY_TASK_QUEUE, ACTIVITY, waiting, oldest);
    tasks.register(waiting, true);
    age.register(oldest, true);
  }

  /** What was seen is too old to be true. */
  void forget() {
    tasks.register(List.of(), true);
    age.register(List.of(), true);
  }

  private void read(String queue, String type, List<Row<?>> waiting, List<Row<?>> oldest) {
    DescribeTaskQueueResponse answer =
        TaskQueueQuery.ask(
            client,
            queue,
            type.equals(WORKFLOW)
                ? TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW
                : TaskQueueType.TASK_QUEUE_TYPE_ACTIVITY,
            true);
    if (answer.hasStats()) {
      TaskQueueStats stats = answer.getStats();
      Tags tags = Tags.of("task_queue", queue, "task_type", type);
      waiting.add(Row.of(tags, stats.getApproximateBacklogCount()));
      oldest.add(Row.of(tags, stats.getApproximateBacklogAge().getSeconds()));
    }
  }
}
