package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code undo}. */
@Command(
    name = "undo",
    description = "Takes a swap or a merge back.",
    footer = {"", "Example:", "  rds-restore undo rm-primary01 --gate swap-1"})
public final class UndoCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.UNDO);
    return 0;
  }
}
