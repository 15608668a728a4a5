package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code pause}. */
@Command(
    name = "pause",
    description = {
      "Pauses the copy, or the comparison, until somebody resumes it. Needs no gate.",
      "DTS may not resume a copy that was paused for more than 6 hours."
    },
    footer = {"", "Example:", "  rds-restore pause rm-primary01 --comment 'the shop is slow'"})
public final class PauseCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.PAUSE);
    return 0;
  }
}
