package io.rdsrestore.demo;

import io.rdsrestore.demo.scenario.PathRecorder;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.demo.temporal.TemporalBinary;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.client.WorkflowStub;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Records histories for the replay test: plays the main paths against a real Temporal server and
 * real databases, every other one in skipped time, and writes what Temporal kept of it. {@code
 * docs/changing-the-workflow.md} says when.
 */
public final class HistoryRecorder {
  private static final Duration LONG = Duration.ofMinutes(3);

  private final World world;
  private final Path folder;
  private final Shop shop;

  private HistoryRecorder(World world, Path folder) {
    this.world = world;
    this.folder = folder;
    this.shop = new Shop(world.sandbox());
  }

  /** The folder to write to is the only argument. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Files.createDirectories(folder);
    Path databases = Files.createTempDirectory("rds-restore-histories");
    Sandbox sandbox =
        Sandbox.builder()
            .accessKey(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)
            .dataPlane(MariaDbDataPlane.create(databases))
            .build()
            .start();
    try (World world = new World(sandbox, DevServer.start(TemporalBinary.find().orElseThrow()))) {
      HistoryRecorder recorder = new HistoryRecorder(world, folder);
      recorder.happyPath();
      recorder.precheckLoop();
      recorder.abortWhileCloning();
      recorder.refused();
    }
    int paths = new PathRecorder(folder).record();
    System.err.printf(
        "%d paths in skipped time, 4 on a real server; now run HistoriesReplayTest%n", paths);
    System.exit(0);
  }

  private void happyPath() throws IOException {
    start(Map.of("target", "sideBySide"));
    approve();
    end();
    save("happy-path");
  }

  private void precheckLoop() throws IOException {
    String definition = shop.definitionOfOrders();
    shop.dropOrders();
    start(Map.of("target", "original"));
    approve();
    awaitPhase(RestorePhase.CLONING);
    shop.createOrdersEmpty(definition);
    retryAtPrecheck("precheck-1");
    awaitGate(GateKind.PRECHECK, "precheck-2");
    String unused = shop.runRemedy(restore().status().waitingFor());
    retryAtPrecheck("precheck-2");
    end();
    save("precheck-loop");
  }

  private void retryAtPrecheck(String gate) {
    awaitGate(GateKind.PRECHECK, gate);
    restore().retry(Decision.of(null, gate, "ana", "tried something"));
  }

  private void abortWhileCloning() throws IOException {
    start(Map.of("target", "sideBySide", "approval", "notRequired", "termsAccepted", true));
    Waiting.until("the clone", LONG, () -> restore().status().cloneStatus() != null);
    restore().abort(Decision.of(null, null, "ana", "wrong instance"));
    end();
    save("abort-while-cloning");
  }

  private void refused() throws IOException {
    WorkflowStub stub = newStub();
    stub.start(Map.of("regionId", "cn-hangzhou"));
    Waiting.until("the refusal", LONG, () -> stub.describe().getCloseTime() != null);
    save("refused-request");
  }

  private void start(Map<String, Object> more) {
    Map<String, Object> request =
        new java.util.TreeMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Sandbox.SAMPLE_PRIMARY,
                "restoreTo",
                Map.of("time", sampleEnd().toString()),
                "objects",
                List.of(Map.of("database", "shop", "tables", List.of("orders"))),
                "requestedBy",
                "ana",
                "reason",
                "recording"));
    request.putAll(more);
    newStub().start(request);
  }

  private java.time.Instant sampleEnd() {
    // Some minutes of history end a minute before the sandbox starts; this second is among them.
    return java.time.Instant.now()
        .minusSeconds(240)
        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  private WorkflowStub newStub() {
    return RestoreStubs.of(world.client(), Sandbox.SAMPLE_PRIMARY);
  }

  private void approve() {
    awaitGate(GateKind.APPROVAL, "approval-1");
    restore().decide(Decision.of(Action.APPROVE, "approval-1", "ana", null));
  }

  private void awaitGate(GateKind kind, String gate) {
    Waiting.until(
        kind + " " + gate,
        LONG,
        () -> {
          RestoreStatus status = restore().status();
          return status.waitingFor() != null && status.waitingFor().gate().equals(gate);
        });
  }

  private void awaitPhase(RestorePhase phase) {
    Waiting.until(phase.name(), LONG, () -> restore().status().phase() == phase);
  }

  private void end() {
    RestoreReport report = WorkflowStub.fromTyped(restore()).getResult(RestoreReport.class);
    System.err.println(report.end() + " " + report.summary());
  }

  private void save(String name) throws IOException {
    HistoryFile.write(
        folder.resolve(name),
        world.client().fetchHistory(RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY)));
  }

  private RestoreToPrimary restore() {
    return world.restore(Sandbox.SAMPLE_PRIMARY);
  }
}
