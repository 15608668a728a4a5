package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.worker.temporal.TemporalConnection;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The result of a restore. */
@Command(
    name = "report",
    description = "Shows the report of a restore that has ended; no worker is needed for that.",
    footer = {
      "",
      "Exit codes: 0 completed; 1 failed, aborted or not ended yet; 3 not ended, a person is waited for.",
      "Examples:",
      "  rds-restore report rm-primary01",
      "  rds-restore report rm-primary01 --json | jq .verification"
    })
public final class ReportCommand implements Callable<Integer> {
  @Mixin private RestoreParameter restore;
  @Mixin private OutputOptions output;
  @Mixin private ConnectionOptions connection;

  @Override
  public Integer call() {
    restore.require(output);
    try (TemporalConnection temporal = connection.connect()) {
      Execution execution = restore.reader(temporal, output).read();
      if (execution.report() == null) {
        throw new UserError(
            execution.isWaitingForPerson() ? ExitCode.PERSON_NEEDED : ExitCode.FAILED,
            whyNoReport(execution));
      }
      if (output.isJson()) {
        output.json(execution.report());
      } else {
        output.lines(new ReportText(Times.local()).lines(execution.report()));
      }
      return execution.exitCode();
    }
  }

  private static String whyNoReport(Execution execution) {
    if (execution.isRunning()) {
      return "%s has not ended, so there is no report yet: ./rds-restore status %s says where it is."
          .formatted(execution.workflowId(), Handle.of(execution));
    }
    String ended =
        "%s ended without a report: %s.".formatted(execution.workflowId(), execution.failure());
    return execution.costsOn().map(left -> ended + " " + left).orElse(ended);
  }
}
