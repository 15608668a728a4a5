package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.request.CopyRate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code resume}. */
@Command(
    name = "resume",
    description = "Goes on after a pause, as fast as before or slower.",
    footer = {
      "",
      "Examples:",
      "  rds-restore resume rm-primary01",
      "  rds-restore resume rm-primary01 --max-rows-per-second 2000"
    })
public final class ResumeCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--max-rows-per-second",
      paramLabel = "ROWS",
      description = "How fast DTS may copy from now on.")
  private Long maxRowsPerSecond;

  @Option(
      names = "--max-bytes-per-second",
      paramLabel = "BYTES",
      description = "How fast DTS may copy from now on.")
  private Long maxBytesPerSecond;

  @Override
  public Integer call() throws InterruptedException {
    CopyRate rate =
        maxRowsPerSecond == null && maxBytesPerSecond == null
            ? null
            : new CopyRate(maxRowsPerSecond, maxBytesPerSecond);
    decision.decide(Decision.builder(Action.RESUME).migration(rate));
    return 0;
  }
}
