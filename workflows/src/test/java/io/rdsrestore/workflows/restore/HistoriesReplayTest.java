package io.rdsrestore.workflows.restore;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I10: every history that a released version has recorded replays on this one. */
class HistoriesReplayTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  @ParameterizedTest
  @MethodSource("histories")
  void I10_replays(Path history) throws Exception {
    try (TestWorkflowEnvironment environment =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build())) {
      Worker worker = environment.newWorker(RestoreContract.TASK_QUEUE);
      worker.registerWorkflowImplementationTypes(
          RestoreWorkflowOptions.implementationOptions(), RestoreToPrimaryImpl.class);

      WorkflowReplayer.replayWorkflowExecution(
          WorkflowExecutionHistory.fromJson(Files.readString(history)), worker);
    }
  }

  @Test
  void thePathsThatMatterAreRecorded() throws IOException {
    assertThat(histories().stream().map(path -> path.getFileName().toString()))
        .contains(
            "happy-path.json",
            "precheck-loop.json",
            "abort-while-cloning.json",
            "refused-request.json");
  }

  static List<Path> histories() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
