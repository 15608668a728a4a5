package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;

/** The demo, run within the test, and what it has told; the last line is its result. */
record DemoRun(List<String> lines) {

  /** Runs it with arguments, {@code --json} among them; it must end with success. */
  static DemoRun of(List<String> arguments) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream standard = System.out;
    int exit;
    try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
      System.setOut(captured);
      exit = new CommandLine(new Demo()).execute(arguments.toArray(String[]::new));
    } finally {
      System.setOut(standard);
    }
    String told = bytes.toString(StandardCharsets.UTF_8);
    assertThat(exit).as(told).isZero();
    return new DemoRun(told.lines().toList());
  }

  JsonNode result() throws IOException {
    return RestoreJson.mapper().readTree(lines.get(lines.size() - 1));
  }
}
