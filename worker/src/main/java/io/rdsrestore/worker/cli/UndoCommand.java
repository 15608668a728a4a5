package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The decision {@code undo}. */
@Command(
    name = "undo",
    description = {
      "Takes a swap or a merge back.",
      "At its gate, or after the restore has ended for as long as undoFor in the request says."
    },
    footer = {
      "",
      "After the end ID is restore-keep/<restore id>, as the report shows it, or the restore id, or",
      "the primary's instance id where only one restore of it keeps something.",
      "",
      "Examples:",
      "  rds-restore undo rm-primary01 --gate swap-1",
      "  rds-restore undo restore-keep/abcdefgh23"
    })
public final class UndoCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Override
  public Integer call() throws InterruptedException {
    decision.decideAlsoAboutEnded(Decision.builder(Action.UNDO));
    return 0;
  }
}
