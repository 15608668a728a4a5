package io.rdsrestore.workflows.restore;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The recorded histories: JSON as Temporal writes it, plain or compressed. */
final class Histories {
  private static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  private Histories() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".json.gz"))
          .sorted()
          .toList();
    }
  }

  static WorkflowExecutionHistory read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      String json = new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      return WorkflowExecutionHistory.fromJson(json, workflowId(json));
    }
  }

  /** The test server's histories do not say it, and the id is the lock. */
  private static String workflowId(String json) throws IOException {
    WorkflowExecutionStartedEventAttributes start =
        WorkflowExecutionHistory.fromJson(json)
            .getEvents()
            .get(0)
            .getWorkflowExecutionStartedEventAttributes();
    if (!start.getWorkflowType().getName().equals(RestoreContract.KEEP_WORKFLOW_TYPE)) {
      return RestoreContract.workflowId("rm-primary01");
    }
    JsonNode handedOver =
        RestoreJson.mapper().readTree(start.getInput().getPayloads(0).getData().toStringUtf8());
    return RestoreContract.keepWorkflowId(handedOver.path("restoreId").asText());
  }

  /**
   * Replays one on the workflows as they are now.
   *
   * @param interceptors who listens
   * @throws Exception if it does not replay
   */
  static void replay(Path history, WorkerInterceptor... interceptors) throws Exception {
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(
                    WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interceptors).build())
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build())) {
      Worker worker =
          environment.newWorker(
              RestoreContract.TASK_QUEUE,
              // The first of a JVM loads all classes, and a replay is not tried again.
              WorkerOptions.newBuilder().setDefaultDeadlockDetectionTimeout(60_000).build());
      worker.registerWorkflowImplementationTypes(
          RestoreWorkflowOptions.implementationOptions(),
          RestoreToPrimaryImpl.class,
          KeepCloneImpl.class);
      WorkflowReplayer.replayWorkflowExecution(read(history), worker);
    }
  }
}
