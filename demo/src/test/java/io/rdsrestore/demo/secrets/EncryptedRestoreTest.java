package io.rdsrestore.demo.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.worker.encryption.CodecServer;
import io.rdsrestore.worker.encryption.PayloadConverters;
import io.rdsrestore.worker.encryption.PayloadKeys;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole restore that Temporal keeps without being able to read it; its key changes half-way. */
class EncryptedRestoreTest {
  private static final String FIRST = "k1 " + "1a".repeat(32);
  private static final String SECOND = "k2 " + "2b".repeat(32);
  private static final String REASON = "INC-4711 the orders lost their status";
  private static final String PERSON = "ana-from-accounting";
  private static final Duration SHORT = Duration.ofSeconds(1);

  @TempDir private Path folder;

  @Test
  void nothingOfTheRequestIsReadableAndTheKeyCanChange() throws Exception {
    Path keys = Files.writeString(folder.resolve("keys"), FIRST + "\n" + SECOND + "\n");
    PayloadKeys people = PayloadKeys.load("file:" + keys);
    Map<String, String> environment =
        Map.of(
            "ALIBABA_CLOUD_ACCESS_KEY_ID",
            "key",
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
            "secret",
            "RDS_RESTORE_ACCOUNT_KEY",
            "a key of the test",
            PayloadKeys.VARIABLE,
            "file:" + keys);
    try (ChildWorld world = new ChildWorld(sandbox(), folder, PayloadConverters.of(people))) {
      world.startWorker(environment);
      world.start(request());
      RestoreStatus status = world.untilGate("approval-1");
      assertThat(status.doing()).contains("approval-1");
      withoutTheKeyItIsSaidWhichOneIsMissing(world);
      temporalsOwnToolReadsIt(world, people);

      Files.writeString(keys, SECOND + "\n" + FIRST + "\n");
      world.startWorker(environment);
      theBoundsAreThoseOfTheMessage(world);
      RestoreStatus end =
          world.toEnd(gate -> Map.of("action", "approve", "gate", gate.gate(), "actor", PERSON));
      assertThat(end.phase()).as(end.doing()).isEqualTo(RestorePhase.COMPLETED);

      WorkflowExecutionHistory history = world.client().fetchHistory(ChildWorld.workflowId());
      Map<String, byte[]> kept =
          Map.of(
              "history", history.toJson(false).getBytes(StandardCharsets.UTF_8),
              "events", history.getHistory().toByteArray());
      Canaries words =
          new Canaries()
              .add("reason", REASON)
              .add("person", PERSON)
              .add("table", "customers")
              .add("clone", end.cloneStatus().instanceId())
              .add("restore id", end.restoreId());
      assertThat(words.find(kept)).isEmpty();
      String events = new String(kept.get("events"), StandardCharsets.ISO_8859_1);
      assertThat(events).contains("k1", "k2", "binary/encrypted");
      // The same words are found where there is no encryption.
      assertThat(
              words.find(Map.of("status", RestoreJson.write(end).getBytes(StandardCharsets.UTF_8))))
          .contains(
              "reason in status (plain)",
              "person in status (plain)",
              "table in status (plain)",
              "clone in status (plain)",
              "restore id in status (plain)");
    }
  }

  private static Sandbox sandbox() {
    return Sandbox.builder()
        .accessKey("key", "secret")
        .timings(
            new SandboxTimings(SHORT, SHORT, SHORT, Duration.ZERO, Duration.ZERO, Duration.ZERO))
        .build()
        .start();
  }

  private static Map<String, Object> request() {
    return new HashMap<>(
        Map.of(
            "regionId",
            Sandbox.REGION,
            "instanceId",
            Sandbox.SAMPLE_PRIMARY,
            "restoreTo",
            Map.of(
                "time", Instant.now().minusSeconds(240).truncatedTo(ChronoUnit.SECONDS).toString()),
            "objects",
            List.of(Map.of("database", "shop", "tables", List.of("customers"))),
            "target",
            "sideBySide",
            "verify",
            "none",
            "requestedBy",
            PERSON,
            "reason",
            REASON));
  }

  private static void withoutTheKeyItIsSaidWhichOneIsMissing(ChildWorld world) {
    for (String command : List.of("status", "list", "report")) {
      String said =
          command.equals("list") ? world.run(command) : world.run(command, Sandbox.SAMPLE_PRIMARY);
      assertThat(said)
          .as(command)
          .contains("encrypted with the payload key k1", PayloadKeys.VARIABLE)
          .contains("exit code 1");
    }
  }

  private static void temporalsOwnToolReadsIt(ChildWorld world, PayloadKeys keys)
      throws IOException, InterruptedException {
    try (CodecServer server =
        CodecServer.start(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), keys, Set.of())) {
      String codec = "http://127.0.0.1:" + server.address().getPort();
      assertThat(query(world, "--codec-endpoint", codec)).contains("approval-1", PERSON);
      assertThat(query(world)).doesNotContain(PERSON);
    }
  }

  private static String query(ChildWorld world, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new java.util.ArrayList<>(
            List.of(
                RealTemporal.binary().toString(),
                "workflow",
                "query",
                "--address",
                world.address(),
                "--workflow-id",
                ChildWorld.workflowId(),
                "--type",
                RestoreContract.QUERY_STATUS));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  /** 64 KB of a decision are those of its JSON, whatever encryption makes of it. */
  private static void theBoundsAreThoseOfTheMessage(ChildWorld world) {
    world
        .client()
        .newUntypedWorkflowStub(ChildWorld.workflowId())
        .signal(RestoreContract.DECIDE, Map.of("action", "retry", "comment", "x".repeat(70_000)));
    world.until(
        "the decision that is too long",
        status ->
            status.decisions().stream()
                .anyMatch(
                    record ->
                        record.outcome() == DecisionOutcome.IGNORED
                            && record.note().contains("a decision has at most")));
    world
        .client()
        .newUntypedWorkflowStub(ChildWorld.workflowId())
        .signal(
            RestoreContract.DECIDE,
            Map.of("action", "retry", "gate", "failure-9", "id", "long", "x", "y".repeat(60_000)));
    world.until(
        "the long decision",
        status ->
            status.decisions().stream()
                .anyMatch(record -> record.outcome() == DecisionOutcome.KEPT));
  }
}
