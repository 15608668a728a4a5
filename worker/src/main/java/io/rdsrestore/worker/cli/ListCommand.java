package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.temporal.TemporalConnection;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The restores of a namespace. */
@Command(
    name = "list",
    description = "Lists the restores of the namespace, the newest first.",
    footer = {
      "",
      "Examples:",
      "  rds-restore list --waiting",
      "  rds-restore list --instance rm-primary01 --json"
    })
public final class ListCommand implements Runnable {
  private static final String FORMAT = "%-10s  %-20s  %-11s  %-12s  %-12s  %s";

  @Option(names = "--running", description = "Only those that have not ended.")
  private boolean running;

  @Option(names = "--waiting", description = "Only those that wait for a person.")
  private boolean waiting;

  @Option(names = "--instance", paramLabel = "ID", description = "Only those of this primary.")
  private String instance;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public void run() {
    try (TemporalConnection temporal = connection.connect()) {
      List<RestoreLine> found =
          new Restores(temporal.client()).list(new ListFilter(running, waiting, instance, limit));
      if (output.isJson()) {
        output.json(found);
      } else if (found.isEmpty()) {
        output.line(
            waiting
                ? "No restore waits for a person."
                : "No restore that Temporal knows fits this.");
      } else {
        output.line(
            FORMAT.formatted("RESTORE", "INSTANCE", "RUN", "PHASE", "WAITS FOR", "STARTED"));
        found.forEach(one -> output.line(text(one)));
      }
    }
  }

  private static String text(RestoreLine one) {
    return FORMAT.formatted(
        one.restoreId(),
        Objects.requireNonNullElse(one.instanceId(), one.workflowId()),
        one.state(),
        Objects.requireNonNullElse(one.phase(), "-"),
        Objects.requireNonNullElse(one.waitingFor(), "-"),
        Times.local().moment(one.startedAt()));
  }
}
