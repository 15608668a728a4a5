package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code abort}. */
@Command(
    name = "abort",
    description = "Stops a restore in any phase; it cleans up and reports. Needs no gate.",
    footer = {"", "Example:", "  rds-restore abort rm-primary01 --comment 'found a better backup'"})
public final class AbortCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.ABORT);
    return 0;
  }
}
