package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code approve}. */
@Command(
    name = "approve",
    description = {
      "Goes on with what a restore asks about.",
      "That is its plan and price, a doubtful restore point, or a difference. Read",
      "`rds-restore status ID` first."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore approve rm-primary01 --comment 'CHG-815'",
      "  rds-restore approve rm-primary01 --gate approval-1 --plan 3f9a0c12b7de"
    })
public final class ApproveCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--plan",
      paramLabel = "HASH",
      description = "Refuse if the plan is another than this one.")
  private String plan;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.APPROVE, new DecisionOptions.Details(null, null, plan));
    return 0;
  }
}
