package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's first command, from beginning to end, with the Temporal server of this machine. */
class DemoTest {

  @Test
  void theTableComesBackAndNothingIsLeft() throws Exception {
    DemoRun run = DemoRun.of(List.of("--json"));
    JsonNode result = run.result();

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
    assertThat(String.join("\n", run.lines()))
        .contains("SET foreign_key_checks = 0; RENAME TABLE", "The demo passed.");
  }
}
