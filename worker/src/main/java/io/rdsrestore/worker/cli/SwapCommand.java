package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code swap}. */
@Command(
    name = "swap",
    description = "Lets restored tables take the places of the current ones, which are kept.",
    footer = {"", "Example:", "  rds-restore swap rm-primary01 --gate swap-1"})
public final class SwapCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.SWAP);
    return 0;
  }
}
