package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code approve}. */
@Command(
    name = "approve",
    description = {
      "Goes on with what a restore asks about.",
      "That is its plan and price, a doubtful restore point, a difference, or a higher cost.",
      "Read `rds-restore status ID` first."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore approve rm-primary01 --comment 'CHG-815'",
      "  rds-restore approve rm-primary01 --gate approval-1 --plan 3f9a0c12b7de",
      "  rds-restore approve rm-primary01 --gate cost-1 --max-cost 40"
    })
public final class ApproveCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--plan",
      paramLabel = "HASH",
      description = "Refuse if the plan is another than this one.")
  private String plan;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT",
      description = "At a cost gate: what the restore may cost from now on.")
  private BigDecimal maxCost;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Decision.builder(Action.APPROVE).planHash(plan).maxCost(maxCost));
    return 0;
  }
}
