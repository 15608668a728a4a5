package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code abort}. */
@Command(
    name = "abort",
    description = "Stops a restore in any phase; it cleans up and reports. Needs no gate.",
    footer = {
      "",
      "Examples:",
      "  rds-restore abort rm-primary01 --comment 'found a better backup'",
      "  rds-restore abort rm-primary01 --keep-clone"
    })
public final class AbortCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--keep-clone",
      description =
          "Leave the clone for people to look into; it goes on costing, without an end. `sweep` shows it as kept.")
  private boolean keepClone;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Decision.builder(Action.ABORT).keepClone(keepClone ? true : null));
    return 0;
  }
}
