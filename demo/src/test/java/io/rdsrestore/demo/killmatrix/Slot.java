package io.rdsrestore.demo.killmatrix;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.failure.v1.ApplicationFailureInfo;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.api.workflowservice.v1.ResetWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.RespondActivityTaskFailedByIdRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * Where one cell runs at a time: a Temporal namespace, a worker process, and the two proxies that
 * it talks through.
 */
final class Slot implements AutoCloseable {
  private static final Duration LONGEST_ABORT = Duration.ofMinutes(1);

  private final String namespace;
  private final String accountKey;
  private final WorkerCode code;
  private final Path log;
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;
  private final CloudProxy cloud = new CloudProxy();
  private final TemporalProxy temporal;
  private final DatabaseProxy database = new DatabaseProxy();
  private final ActivityTap tap = new ActivityTap();
  private final Set<String> dead = ConcurrentHashMap.newKeySet();
  private final List<WorkerJvm> workers = new ArrayList<>();
  private final UnaryOperator<String> restart;

  /**
   * @param code what its workers are made of
   * @param log what its workers print is appended here
   * @param restart stops the Temporal server at an address and starts it again; the new address
   */
  Slot(
      String temporalAddress,
      String namespace,
      String accountKey,
      WorkerCode code,
      Path log,
      UnaryOperator<String> restart) {
    this.namespace = namespace;
    this.accountKey = accountKey;
    this.code = code;
    this.log = log;
    this.restart = restart;
    temporal = new TemporalProxy(temporalAddress);
    temporal.tap(tap);
    connect(temporalAddress);
  }

  private void connect(String temporalAddress) {
    if (stubs != null) {
      stubs.shutdownNow();
    }
    stubs =
        WorkflowServiceStubs.newServiceStubs(
            WorkflowServiceStubsOptions.newBuilder().setTarget(temporalAddress).build());
    client =
        WorkflowClient.newInstance(
            stubs,
            WorkflowClientOptions.newBuilder()
                .setNamespace(namespace)
                .setDataConverter(RestoreJson.dataConverter())
                .build());
  }

  WorkflowClient client() {
    return client;
  }

  CloudProxy cloud() {
    return cloud;
  }

  /** Between its worker and the primary, where that has a database. */
  DatabaseProxy database() {
    return database;
  }

  ActivityTap tap() {
    return tap;
  }

  /** Starts a worker if none lives. */
  synchronized void ensureWorker() {
    if (workers.stream().noneMatch(WorkerJvm::isAlive)) {
      addWorker();
    }
  }

  /** Starts one more. */
  synchronized void addWorker() {
    addWorker(code.arguments());
  }

  private void addWorker(List<String> made) {
    workers.add(
        WorkerJvm.start(made, temporal.address(), namespace, cloud.endpoint(), accountKey, log));
  }

  /** Starts one from which the others learn to start fast. */
  synchronized void addLearningWorker() {
    addWorker(code.learning());
  }

  /** Ends those that live, one after the other, as one ends them that means well. */
  synchronized void stopWorkers() {
    workers.forEach(WorkerJvm::stop);
    workers.clear();
  }

  /** Kills all that live: by signal 9, none can say good-bye. */
  synchronized void killWorker() {
    workers.forEach(
        worker -> {
          dead.add(worker.pid() + "@");
          worker.kill();
        });
    workers.clear();
  }

  /** Stops the Temporal server and starts it again on what it has written. */
  void restartTemporal() {
    String address = restart.apply(stubs.getOptions().getTarget());
    temporal.connectTo(address);
    connect(address);
  }

  /** {@code temporal workflow reset}. */
  void reset(WorkflowExecution run, long workflowTaskCompleted) {
    var unused =
        stubs
            .blockingStub()
            .resetWorkflowExecution(
                ResetWorkflowExecutionRequest.newBuilder()
                    .setNamespace(namespace)
                    .setWorkflowExecution(run)
                    .setReason("kill matrix")
                    .setRequestId(UUID.randomUUID().toString())
                    .setWorkflowTaskFinishEventId(workflowTaskCompleted)
                    .build());
  }

  /** What still runs, since its cell went wrong, stops and removes what is its own. */
  void end(String workflowId) {
    WorkflowStub workflow = client.newUntypedWorkflowStub(workflowId);
    if (!isRunning(workflowId)) {
      return;
    }
    workflow.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "kill-matrix"));
    try {
      Waiting.until(
          "the end of " + workflowId,
          LONGEST_ABORT,
          () -> {
            ensureWorker();
            bury(describe(workflowId));
            return !isRunning(workflowId);
          });
    } catch (IllegalStateException e) {
      workflow.terminate(e.getMessage());
    }
  }

  private boolean isRunning(String workflowId) {
    return describe(workflowId).getWorkflowExecutionInfo().getStatus()
        == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  DescribeWorkflowExecutionResponse describe(String workflowId) {
    return stubs
        .blockingStub()
        .describeWorkflowExecution(
            DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(namespace)
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflowId))
                .build());
  }

  /**
   * Ends the attempts that dead workers have begun, as the server does by itself when the time of
   * an attempt is over, minutes later.
   */
  void bury(DescribeWorkflowExecutionResponse described) {
    WorkflowExecution execution = described.getWorkflowExecutionInfo().getExecution();
    for (PendingActivityInfo activity : described.getPendingActivitiesList()) {
      if (activity.getState() != PendingActivityState.PENDING_ACTIVITY_STATE_SCHEDULED
          && dead.stream().anyMatch(activity.getLastWorkerIdentity()::startsWith)) {
        failAttempt(execution, activity.getActivityId());
      }
    }
  }

  /** Ends the first attempt of what makes this call, though its worker lives. */
  void giveUp(DescribeWorkflowExecutionResponse described, CloudWrite call) {
    for (PendingActivityInfo activity : described.getPendingActivitiesList()) {
      if (activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED
          && activity.getAttempt() == 1
          && call.isMadeBy(activity.getActivityType().getName())) {
        failAttempt(described.getWorkflowExecutionInfo().getExecution(), activity.getActivityId());
      }
    }
  }

  private void failAttempt(WorkflowExecution execution, String activityId) {
    try {
      fail(execution, activityId);
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
        throw e;
      }
      // Its report had arrived after all, just before the kill.
    }
  }

  private void fail(WorkflowExecution execution, String activityId) {
    var unused =
        stubs
            .blockingStub()
            .respondActivityTaskFailedById(
                RespondActivityTaskFailedByIdRequest.newBuilder()
                    .setNamespace(namespace)
                    .setWorkflowId(execution.getWorkflowId())
                    .setRunId(execution.getRunId())
                    .setActivityId(activityId)
                    .setIdentity("kill-matrix")
                    .setFailure(
                        Failure.newBuilder()
                            .setMessage("the worker was killed")
                            .setApplicationFailureInfo(
                                ApplicationFailureInfo.newBuilder().setType("WorkerKilled")))
                    .build());
  }

  @Override
  public void close() {
    killWorker();
    temporal.close();
    cloud.close();
    database.close();
    stubs.shutdownNow();
  }
}
