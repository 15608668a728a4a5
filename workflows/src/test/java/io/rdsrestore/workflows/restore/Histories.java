package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The recorded histories: JSON as Temporal writes it, plain or compressed. */
final class Histories {
  private static final Path FOLDER = Path.of("src", "test", "resources", "histories");

  /** Of all that are recorded; the test server's histories do not say, and the id is the lock. */
  private static final String WORKFLOW_ID = RestoreContract.workflowId("rm-primary01");

  private Histories() {}

  static List<Path> all() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".json") || file.toString().endsWith(".json.gz"))
          .sorted()
          .toList();
    }
  }

  static WorkflowExecutionHistory read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      InputStream json = file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
      return WorkflowExecutionHistory.fromJson(
          new String(json.readAllBytes(), StandardCharsets.UTF_8), WORKFLOW_ID);
    }
  }
}
