package io.rdsrestore.demo.killmatrix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.SmallSandbox;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.temporal.Clients;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Workers die by signal 9 while they bring decisions to the audit: one line a decision is there in
 * the end, none lost, none doubled.
 */
class AuditUnderKillsTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  /** So often the worker dies as soon as a line is in the file, before it can say so. */
  private static final int KILLS = 2;

  private static final int DECISIONS_EACH = 3;

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private WorkerCode code;
  private DevServer temporal;
  private Sandbox sandbox;

  @Test
  void eachDecisionHasOneLineWhereverWorkersDie() throws IOException {
    Path audit = folder.resolve("audit.jsonl");
    Path config =
        Files.writeString(
            folder.resolve("audit.json"), RestoreJson.write(Map.of("file", audit.toString())));
    code = WorkerCode.in(folder);
    temporal = DevServer.start(RealTemporal.binary());
    sandbox = sandbox();
    WorkflowServiceStubs stubs = Clients.stubs(temporal);
    WorkerJvm worker = worker(config);
    try {
      WorkflowStub restore = RestoreStubs.startSmall(Clients.client(stubs));
      Waiting.until("the gate", LONG, () -> RestoreStubs.waitsAt(restore, "approval-1"));
      Waiting.until("the start", LONG, () -> kinds(audit).contains("start"));
      for (int round = 0; round < KILLS; round++) {
        long before = Files.size(audit);
        for (int i = 0; i < DECISIONS_EACH; i++) {
          restore.signal(
              "decide", Map.of("action", "undo", "actor", "ana", "comment", round + "." + i));
        }
        awaitGrowth(audit, before);
        worker.kill();
        worker = worker(config);
        int sent = (round + 1) * DECISIONS_EACH;
        Waiting.until(
            "what was sent", LONG, () -> RestoreStubs.status(restore).decisions().size() == sent);
      }
      restore.signal("approve", Map.of("gate", "approval-1", "actor", "ben", "comment", "go on"));
      Waiting.until(
          "the approval",
          LONG,
          () -> RestoreStubs.status(restore).phase() != RestorePhase.PLANNING);
      worker.kill();
      worker = worker(config);
      RestoreReport report = restore.getResult(RestoreReport.class);
      worker.kill();
      worker = worker(config);
      Waiting.until("the end", LONG, () -> kinds(audit).contains("end"));

      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(report.decisions()).hasSize(KILLS * DECISIONS_EACH + 1);
      assertThat(kinds(audit)).containsOnlyOnce("start", "end");
      assertThat(whole(audit))
          .filteredOn(line -> line.path("kind").asText().equals("decision"))
          .extracting(line -> line.path("decision").path("number").asInt())
          .containsExactlyInAnyOrderElementsOf(
              report.decisions().stream().map(one -> one.number()).toList());
      assertThat(whole(audit)).extracting(line -> line.path("id").asText()).doesNotHaveDuplicates();
    } finally {
      worker.close();
      stubs.shutdownNow();
      temporal.close();
      sandbox.close();
    }
  }

  private WorkerJvm worker(Path config) {
    return WorkerJvm.start(
        code.arguments(),
        temporal.address(),
        "default",
        sandbox.endpoint(),
        "a key of the killed workers, for nothing else",
        folder.resolve("worker.log"),
        Map.of("RDS_RESTORE_AUDIT", config.toString()));
  }

  /** Without a pause: the moment counts. */
  private static void awaitGrowth(Path file, long before) throws IOException {
    long deadline = System.nanoTime() + LONG.toNanos();
    while (Files.size(file) == before) {
      assertThat(System.nanoTime()).as("no line comes").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  /** What a killed worker has left of a line is none. */
  private static List<JsonNode> whole(Path audit) {
    List<JsonNode> lines = new ArrayList<>();
    try {
      for (String line : Files.exists(audit) ? Files.readAllLines(audit) : List.<String>of()) {
        if (line.endsWith("}")) {
          lines.add(RestoreJson.mapper().readTree(line));
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return lines;
  }

  private static List<String> kinds(Path audit) {
    return whole(audit).stream().map(line -> line.path("kind").asText()).toList();
  }

  private static Sandbox sandbox() {
    return SmallSandbox.withDatabases(folder.resolve("databases"), Duration.ofSeconds(2));
  }
}
