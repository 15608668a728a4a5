package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.temporal.TemporalConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Follows a restore. */
@Command(
    name = "watch",
    description = {
      "Follows a restore, with progress, estimated end and cost.",
      "At a terminal on a screen that is drawn again in place, else a line a change. Ends with the",
      "report, or with exit code 3 as soon as a person is waited for. Ctrl-C ends the watch, not the",
      "restore."
    },
    footer = {
      "",
      "Exit codes: 0 completed; 1 failed or aborted; 3 a person is waited for.",
      "Examples:",
      "  rds-restore watch rm-primary01",
      "  rds-restore watch rm-primary01 --through-gates   keep watching while others decide",
      "  rds-restore watch rm-primary01 --plain           a line a change"
    })
public final class WatchCommand implements Callable<Integer> {
  @Mixin private RestoreParameter restore;
  @Mixin private WatchOptions watch;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() throws InterruptedException {
    restore.require(output);
    try (TemporalConnection temporal = connection.connect()) {
      return watch.watch(restore.reader(temporal, output), output).untilEndOrGate();
    }
  }
}
