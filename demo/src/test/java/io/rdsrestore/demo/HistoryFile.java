package io.rdsrestore.demo;

import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** How a history is kept: Temporal's JSON, compressed. */
public final class HistoryFile {
  private HistoryFile() {}

  /**
   * Writes one, and says so.
   *
   * @param file without its ending
   */
  public static void write(Path file, WorkflowExecutionHistory history) throws IOException {
    Path whole = file.resolveSibling(file.getFileName() + ".json.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
      out.write(history.toJson(false).getBytes(StandardCharsets.UTF_8));
    }
    System.err.printf(
        "%-40s %5d events %7d bytes%n",
        whole.getFileName(), history.getEvents().size(), Files.size(whole));
  }
}
