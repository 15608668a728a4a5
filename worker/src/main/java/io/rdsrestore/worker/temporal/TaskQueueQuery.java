package io.rdsrestore.worker.temporal;

import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueResponse;
import io.temporal.client.WorkflowClient;

/** Asks a namespace about a task queue. */
public final class TaskQueueQuery {
  private TaskQueueQuery() {}

  /**
   * Who polls it, and what waits in it.
   *
   * @param stats whether the backlog is wanted, too
   * @throws io.grpc.StatusRuntimeException if the server does not answer, or cannot tell
   */
  public static DescribeTaskQueueResponse ask(
      WorkflowClient client, String queue, TaskQueueType type, boolean stats) {
    return client
        .getWorkflowServiceStubs()
        .blockingStub()
        .describeTaskQueue(
            DescribeTaskQueueRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                .setTaskQueueType(type)
                .setReportStats(stats)
                .build());
  }
}
