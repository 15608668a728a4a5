package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.demo.documents.ReadmeTable;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's commands as they stand, one after the other, on a real Temporal server, with its
 * CLI. Only where the server is, and when the table was lost, is of this machine.
 */
class ReadmeOnRealTemporalTest {
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static World world;
  private static Shop shop;
  private static Path binary;

  @BeforeAll
  static void startWorld() {
    binary = RealTemporal.binary();
    Sandbox sandbox = SmallSandbox.withDatabases(folder, Duration.ofSeconds(5));
    world = new World(sandbox, DevServer.start(binary));
    shop = new Shop(sandbox);
  }

  @AfterAll
  static void stopWorld() {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void theCommandsOfTheReadmeBringATableBack() throws Exception {
    long rows = shop.fingerprint("shop", "orders").rows();
    Instant good = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Waiting.until("the next second", LONG, () -> Instant.now().isAfter(good.plusSeconds(2)));
    shop.run("DROP TABLE shop.orders");
    write(good, "original");

    temporal("start");
    awaitGate("approval-1");
    assertThat(ours("look, with", ExitCode.PERSON_NEEDED)).contains("gate approval-1");
    temporal("look, with");
    assertThat(ours("look, as JSON", ExitCode.PERSON_NEEDED)).contains("approval-1");
    assertThat(temporal("look, as JSON")).contains("approval-1");
    assertThat(ours("all;", ExitCode.DONE)).contains("./rds-restore status ");
    Waiting.until("the search attributes", LONG, () -> isListed());
    assertThat(ours("finish by hand", ExitCode.DONE)).contains("rm-primary01");
    temporal("finish by hand");
    assertThat(ours("approve", ExitCode.DONE)).startsWith("Accepted at approval-1: plan ");

    Waiting.until("the clone", LONG, () -> status().phase() == RestorePhase.CLONING);
    shop.run("CREATE TABLE shop.orders (id INT PRIMARY KEY)");
    awaitGate("precheck-1");
    temporal("retry");
    awaitGate("precheck-2");
    shop.run("RENAME TABLE shop.orders TO shop.orders_empty");
    assertThat(ours("retry", ExitCode.DONE)).startsWith("Accepted at precheck-2: ");
    Waiting.until("the end", LONG, () -> status().phase().isEnd());
    assertThat(ours("report", ExitCode.DONE)).contains("equal");
    assertThat(temporal("report")).contains("COMPLETED");
    assertThat(shop.fingerprint("shop", "orders").rows()).isEqualTo(rows);

    anotherPlanIsMadeAndAborted(good);
  }

  private void anotherPlanIsMadeAndAborted(Instant good) throws Exception {
    write(good, "auto");
    assertThat(ours("start", ExitCode.DONE)).contains("Started restore ");
    awaitGate("approval-1");
    assertThat(ours("take a word back", ExitCode.FAILED)).startsWith("Not accepted: ");
    ours("other objects", ExitCode.DONE);
    awaitGate("approval-2");
    ours("abort", ExitCode.DONE);
    Waiting.until("the end", LONG, () -> status().phase().isEnd());
    assertThat(ours("report", ExitCode.FAILED)).contains("ABORTED");

    ours("start", ExitCode.DONE);
    awaitGate("approval-1");
    temporal("approve");
    temporal("abort");
    Waiting.until("the end", LONG, () -> status().phase() == RestorePhase.ABORTED);
  }

  private static void write(Instant good, String target) throws IOException {
    ObjectNode request =
        (ObjectNode)
            RestoreJson.mapper()
                .readTree(Files.readString(Path.of("..", "docs", "examples", "restore.json")));
    request.withObject("/restoreTo").put("time", good.toString());
    request.put("target", target);
    Files.writeString(folder.resolve("restore.json"), request.toPrettyString());
  }

  private static boolean isListed() {
    try {
      return temporal("all;").contains("restore/rm-primary01");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void awaitGate(String gate) {
    Waiting.until(
        gate,
        LONG,
        () -> status().waitingFor() != null && status().waitingFor().gate().equals(gate));
  }

  private static RestoreStatus status() {
    return world.restore(Sandbox.SAMPLE_PRIMARY).status();
  }

  private static String ours(String row, int exit) {
    List<String> words = new ArrayList<>(ReadmeTable.ours(row));
    words.replaceAll(word -> word.equals("restore.json") ? folder.resolve(word).toString() : word);
    words.addAll(List.of("--address", world.temporal().address()));
    StringWriter said = new StringWriter();
    int code =
        RdsRestore.commandLine()
            .setOut(new PrintWriter(said))
            .setErr(new PrintWriter(said))
            .execute(words.toArray(String[]::new));
    assertThat(code).as("%s: %s", words, said).isEqualTo(exit);
    return said.toString();
  }

  private static String temporal(String row) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(binary.toString()));
    words.addAll(ReadmeTable.temporal(row));
    words.addAll(List.of("--address", world.temporal().address()));
    Process process =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("%s: %s", words, said).isZero();
    return said;
  }
}
