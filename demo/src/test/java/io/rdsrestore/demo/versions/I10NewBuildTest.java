package io.rdsrestore.demo.versions;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.temporal.Clients;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.worker.process.RestoreRegistration;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.api.enums.v1.EventType;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowStub;
import io.temporal.common.interceptors.WorkerInterceptor;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** I10 on a real Temporal server: the worker is replaced while a restore waits. */
class I10NewBuildTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private Sandbox sandbox;
  private DevServer temporal;
  private WorkflowServiceStubs stubs;
  private WorkflowClient client;
  private WorkerFactory worker;
  private WorkflowStub restore;

  /** Before all: without one nothing is begun that would have to be ended. */
  @BeforeAll
  static void needsAServer() {
    var unused = RealTemporal.binary();
  }

  @BeforeEach
  void start() {
    temporal = DevServer.start(RealTemporal.binary());
    sandbox =
        Sandbox.builder()
            .accessKey("key", "secret")
            .timings(
                new SandboxTimings(
                    SHORT, SHORT, SHORT, Duration.ZERO, Duration.ZERO, Duration.ZERO))
            .build()
            .start();
    stubs = Clients.stubs(temporal);
    client = Clients.client(stubs);
    deploy(new OldBuild());
  }

  @AfterEach
  void stop() {
    worker.shutdownNow();
    stubs.shutdownNow();
    sandbox.close();
    temporal.close();
  }

  @Test
  void I10_whereTheChangeIsStillAheadTheNewWayIsTaken() {
    begin(Map.of());
    gate("approval-1");
    deploy();
    decide("approve", "approval-1");
    assertCompleted();
    assertThat(markers()).isEqualTo(1);
  }

  @Test
  void I10_whereTheChangeIsBehindTheOldWayIsKept() {
    sandbox.faults().add(FaultRule.error("CloneDBInstance", "InsufficientBalance", 400, 1));
    begin(Map.of());
    gate("approval-1");
    decide("approve", "approval-1");
    gate("failure-1");
    deploy();
    decide("retry", "failure-1");
    assertCompleted();
    assertThat(markers()).isZero();
  }

  /** Stops the worker that runs and starts another. */
  private void deploy(WorkerInterceptor... interceptors) {
    if (worker != null) {
      worker.shutdown();
      worker.awaitTermination(30, TimeUnit.SECONDS);
    }
    worker =
        WorkerFactory.newInstance(
            client, WorkerFactoryOptions.newBuilder().setWorkerInterceptors(interceptors).build());
    new RestoreRegistration(
            settings(),
            new StaticCredentialsProvider(new BasicCredentials("key", "secret")),
            client)
        .accept(worker.newWorker(RestoreContract.TASK_QUEUE));
    worker.start();
  }

  private ActivitySettings settings() {
    return ActivitySettings.defaults(
            new AccountKey(new byte[AccountKey.MIN_BYTES]), new LocalSecrets(name -> null))
        .at(CloudEndpoint.parse(sandbox.endpoint()));
  }

  private void begin(Map<String, Object> more) {
    Map<String, Object> request =
        new HashMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Sandbox.SAMPLE_PRIMARY,
                "restoreTo",
                Map.of(
                    "time",
                    Instant.now().minusSeconds(240).truncatedTo(ChronoUnit.SECONDS).toString()),
                "objects",
                List.of(Map.of("database", "shop", "tables", List.of("orders"))),
                "target",
                "sideBySide",
                "verify",
                "none",
                "requestedBy",
                "ana",
                "reason",
                "test"));
    request.putAll(more);
    restore = RestoreStubs.of(client, Sandbox.SAMPLE_PRIMARY);
    restore.start(request);
  }

  private void gate(String gate) {
    Waiting.until(gate, LONG, () -> RestoreStubs.waitsAt(restore, gate));
  }

  private void decide(String action, String gate) {
    restore.update(
        RestoreContract.DECIDE,
        Object.class,
        Map.of("action", action, "gate", gate, "actor", "ana"));
  }

  private void assertCompleted() {
    RestoreReport report = restore.getResult(RestoreReport.class);
    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.COMPLETED);
    assertThat(report.left()).isEmpty();
  }

  private long markers() {
    return client
        .fetchHistory(RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY))
        .getEvents()
        .stream()
        .filter(event -> event.getEventType() == EventType.EVENT_TYPE_MARKER_RECORDED)
        .filter(event -> event.getMarkerRecordedEventAttributes().getMarkerName().equals("Version"))
        .count();
  }
}
