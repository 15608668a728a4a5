package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.temporal.TemporalConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Where a restore is and what it waits for. */
@Command(
    name = "status",
    description = "Says where a restore is and what it waits for, with the commands to go on.",
    footer = {
      "",
      "Exit codes: 0 it runs or is done; 1 failed or aborted; 3 a person is waited for,",
      "also to start a worker where none answers.",
      "Examples:",
      "  rds-restore status rm-primary01",
      "  rds-restore status rm-primary01 --json | jq .waitingFor"
    })
public final class StatusCommand implements Callable<Integer> {
  @Mixin private RestoreParameter restore;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    restore.require(output);
    try (TemporalConnection temporal = connection.connect()) {
      Execution execution = restore.reader(temporal, output).read();
      if (output.isJson()) {
        output.json(ExecutionJson.of(execution));
      } else {
        output.lines(new StatusText(Times.local()).lines(execution));
      }
      return execution.exitCode();
    }
  }
}
