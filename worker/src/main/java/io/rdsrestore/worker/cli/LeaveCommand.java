package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code leave}. */
@Command(
    name = "leave",
    description = "Leaves restored tables where they are, and lets the restore end.",
    footer = {"", "Example:", "  rds-restore leave rm-primary01 --gate swap-1"})
public final class LeaveCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.LEAVE);
    return 0;
  }
}
