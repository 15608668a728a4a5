package io.rdsrestore.worker.language;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptorBase;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowInboundCallsInterceptorBase;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptor;
import io.temporal.common.interceptors.WorkflowOutboundCallsInterceptorBase;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.Functions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The recorded restores, asked for their status whenever they change what Temporal shows of it. */
final class RecordedStatuses {
  private static final Path FOLDER =
      Path.of("..", "workflows", "src", "test", "resources", "histories");

  private final List<RestoreStatus> heard = new ArrayList<>();

  private RecordedStatuses() {}

  /** By the history's name. */
  static Map<String, List<RestoreStatus>> all() throws Exception {
    Map<String, List<RestoreStatus>> all = new LinkedHashMap<>();
    for (Path history : histories()) {
      RecordedStatuses recorded = new RecordedStatuses();
      recorded.replay(history);
      all.put(history.getFileName().toString(), recorded.heard);
    }
    return all;
  }

  private static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json.gz")).sorted().toList();
    }
  }

  private void replay(Path history) throws Exception {
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder()
                        .setWorkerInterceptors(new Listening())
                        .build())
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build())) {
      Worker worker =
          environment.newWorker(
              RestoreContract.TASK_QUEUE,
              // Each stop takes the time of a query that a workflow would not have.
              WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build());
      worker.registerWorkflowImplementationTypes(
          RestoreWorkflowOptions.implementationOptions(),
          RestoreToPrimaryImpl.class,
          KeepCloneImpl.class);
      WorkflowReplayer.replayWorkflowExecution(read(history), worker);
    }
  }

  /** The test server's histories do not say the workflow id, and it is the lock. */
  private static WorkflowExecutionHistory read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return WorkflowExecutionHistory.fromJson(json, workflowId(json));
    }
  }

  private static String workflowId(String json) throws IOException {
    WorkflowExecutionStartedEventAttributes start =
        WorkflowExecutionHistory.fromJson(json)
            .getEvents()
            .get(0)
            .getWorkflowExecutionStartedEventAttributes();
    return start.getWorkflowType().getName().equals(RestoreContract.KEEP_WORKFLOW_TYPE)
        ? RestoreContract.keepWorkflowId(
            RestoreJson.mapper()
                .readTree(start.getInput().getPayloads(0).getData().toStringUtf8())
                .path("restoreId")
                .asText())
        : RestoreContract.workflowId("rm-primary01");
  }

  private final class Listening extends WorkerInterceptorBase {
    @Override
    public WorkflowInboundCallsInterceptor interceptWorkflow(WorkflowInboundCallsInterceptor next) {
      return new WorkflowInboundCallsInterceptorBase(next) {
        @Override
        public void init(WorkflowOutboundCallsInterceptor outbound) {
          super.init(new Asking(outbound));
        }
      };
    }
  }

  private final class Asking extends WorkflowOutboundCallsInterceptorBase {
    private final List<Functions.Func1<Object[], Object>> queries = new ArrayList<>();

    Asking(WorkflowOutboundCallsInterceptor next) {
      super(next);
    }

    @Override
    public void registerQuery(RegisterQueryInput input) {
      if (input.getQueryType().equals(RestoreContract.QUERY_STATUS)) {
        queries.add(input.getCallback());
      }
      super.registerQuery(input);
    }

    @Override
    public void upsertMemo(Map<String, Object> memo) {
      // A copy as a client gets it: the workflow goes on with its own.
      queries.forEach(
          query ->
              heard.add(
                  RestoreJson.mapper()
                      .convertValue(query.apply(new Object[0]), RestoreStatus.class)));
      super.upsertMemo(memo);
    }
  }
}
