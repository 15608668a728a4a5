package io.rdsrestore.worker.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.json.RestoreJson;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process on Temporal's in-memory server, which cannot list search attributes. */
class WorkerProcessTest {
  private TestWorkflowEnvironment temporal;

  @BeforeEach
  void startTemporal() {
    temporal =
        TestWorkflowEnvironment.newInstance(
            TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(
                    WorkflowClientOptions.newBuilder()
                        .setDataConverter(RestoreJson.dataConverter())
                        .build())
                .build());
  }

  @AfterEach
  void stopTemporal() {
    temporal.close();
  }

  @Test
  void doesNotPollUntilTheSearchAttributesAreKnown() throws Exception {
    try (WorkerProcess process =
        WorkerProcess.builder()
            .client(temporal.getWorkflowClient())
            .registration(WorkerProcessTest::echo)
            .start()) {
      awaitReason(process, "--search-attributes-exist");
      assertThat(process.isReady()).isFalse();
      HttpResponse<String> ready = get(process, "/readyz");
      assertThat(ready.statusCode()).isEqualTo(503);
      assertThat(ready.body()).contains("UNIMPLEMENTED").contains("--search-attributes-exist");
      assertThat(get(process, "/healthz").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void pollsWhereTheyAreAssertedAndRunsWork() throws Exception {
    try (Metrics metrics = new Metrics();
        WorkerProcess process =
            WorkerProcess.builder()
                .client(temporal.getWorkflowClient())
                .registration(WorkerProcessTest::echo)
                .searchAttributesExist(true)
                .metrics(metrics)
                .start()) {
      assertThat(process.awaitReady(Duration.ofSeconds(30))).isTrue();
      assertThat(get(process, "/readyz").body()).isEqualTo("ready\n");
      assertThat(get(process, "/metrics").statusCode()).isEqualTo(200);
      assertThat(get(process, "/readyz/more").statusCode()).isEqualTo(404);

      WorkflowStub stub =
          temporal
              .getWorkflowClient()
              .newUntypedWorkflowStub(
                  "Echo",
                  WorkflowOptions.newBuilder().setTaskQueue(RestoreContract.TASK_QUEUE).build());
      stub.start("hello");
      assertThat(stub.getResult(String.class)).isEqualTo("hello");
    }
  }

  @Test
  void closesOnceAndSaysThatItStops() throws Exception {
    WorkerProcess process =
        WorkerProcess.builder()
            .client(temporal.getWorkflowClient())
            .registration(WorkerProcessTest::echo)
            .searchAttributesExist(true)
            .start();
    assertThat(process.awaitReady(Duration.ofSeconds(30))).isTrue();
    process.close();
    process.close();
    process.awaitClosed();
    assertThat(process.isReady()).isFalse();
    assertThat(process.notReadyBecause()).isEqualTo("stopping");
  }

  private static void echo(Worker worker) {
    worker.registerWorkflowImplementationTypes(EchoImpl.class);
  }

  private static void awaitReason(WorkerProcess process, String part) throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!String.valueOf(process.notReadyBecause()).contains(part)) {
      assertThat(System.nanoTime()).as("in time: %s", part).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  private static HttpResponse<String> get(WorkerProcess process, String path) throws Exception {
    InetSocketAddress address = process.healthAddress();
    URI uri = URI.create("http://127.0.0.1:" + address.getPort() + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Answers what it is given. */
  @WorkflowInterface
  public interface Echo {
    @WorkflowMethod
    String echo(String text);
  }

  /** Answers at once. */
  public static final class EchoImpl implements Echo {
    @Override
    public String echo(String text) {
      return text;
    }
  }
}
