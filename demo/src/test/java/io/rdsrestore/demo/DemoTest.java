package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The README's first command, from beginning to end, with the Temporal server of this machine. */
class DemoTest {

  @Test
  void theTableComesBackAndNothingIsLeft() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    int exit;
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      exit = new CommandLine(new Demo()).execute("--json");
    } finally {
      System.setOut(standard);
    }
    String told = bytes.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(told).isZero();
    List<String> lines = told.lines().toList();
    JsonNode result = RestoreJson.mapper().readTree(lines.get(lines.size() - 1));

    assertThat(result.path("failures").isArray()).isTrue();
    assertThat(result.path("failures")).isEmpty();
    assertThat(result.path("result").asText()).isEqualTo("passed");
    assertThat(result.path("decisions")).hasSize(2);
    assertThat(result.path("verification").path("verdict").asText()).isEqualTo("equal");
    assertThat(result.path("temporal").asText()).isIn("dev-server", "embedded");
    assertThat(result.path("phases").toString())
        .isEqualTo(
            "[\"PLANNING\",\"PREPARING\",\"CLONING\",\"CONFIGURING\",\"PRECHECKING\",\"MIGRATING\",\"VERIFYING\",\"CLEANING\",\"COMPLETED\"]");
    assertThat(result.path("apiCalls").path("CloneDBInstance").asInt()).isEqualTo(1);
    // Recorded: 193 to 220, by how many completions one workflow task takes; the contract says 240.
    assertThat(result.path("historyEvents").asInt()).isBetween(175, 240);
    assertThat(result.path("addedSeconds").asDouble()).isPositive();
    assertThat(String.join("\n", lines))
        .contains("SET foreign_key_checks = 0; RENAME TABLE", "The demo passed.");
  }
}
