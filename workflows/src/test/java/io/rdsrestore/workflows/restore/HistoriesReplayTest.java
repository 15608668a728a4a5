package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** I10: every history that a released version has recorded replays on this one. */
class HistoriesReplayTest {
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
          RestoreWorkflowOptions.implementationOptions(),
          RestoreToPrimaryImpl.class,
          KeepCloneImpl.class);

      WorkflowReplayer.replayWorkflowExecution(Histories.read(history), worker);
    }
  }

  static List<Path> histories() throws IOException {
    return Histories.all();
  }
}
