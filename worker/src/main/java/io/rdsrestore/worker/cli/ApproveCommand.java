package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.decision.GateKind;
import java.math.BigDecimal;
import java.util.Optional;
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
      "At a terminal it shows what that is, asks, and approves exactly that."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore approve rm-primary01 --comment 'CHG-815'",
      "  rds-restore approve rm-primary01 --gate approval-1 --plan 3f9a0c12b7de --yes",
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
      names = {"-y", "--yes"},
      description = "Do not ask; a script is never asked.")
  private boolean yes;

  @Option(
      names = "--max-cost",
      paramLabel = "AMOUNT",
      description = "At a cost gate: what the restore may cost from now on.")
  private BigDecimal maxCost;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(
        Decision.builder(Action.APPROVE).planHash(plan).maxCost(maxCost), this::complete);
    return 0;
  }

  private void complete(DecisionBuilder said, Asked asked) {
    completeCost(said, asked);
    // A new limit says already what is approved.
    boolean limit = asked.gate() != null && asked.gate().kind() == GateKind.COST;
    if (!yes && !limit && asked.gate() != null && asked.questions().canAsk()) {
      ApprovalQuestion.ask(asked, said);
    }
  }

  /** At a cost gate the new limit is the decision. */
  private void completeCost(DecisionBuilder said, Asked asked) {
    if (maxCost != null || asked.gate() == null || asked.gate().kind() != GateKind.COST) {
      return;
    }
    String example =
        asked
            .choice(Action.APPROVE)
            .map(choice -> choice.fields().get("maxCost"))
            .map(Object::toString)
            .orElse("40");
    if (!asked.questions().canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "%s asks what the restore may cost in all from now on: ./rds-restore approve %s --gate %s --max-cost %s"
              .formatted(asked.gate().gate(), asked.handle(), asked.gate().gate(), example));
    }
    said.maxCost(
        asked
            .questions()
            .ask(
                "%s. What may it cost in all from now on (for example %s)?"
                    .formatted(asked.gate().reason(), example),
                ApproveCommand::amount,
                "Type an amount, for example %s.".formatted(example)));
  }

  private static Optional<BigDecimal> amount(String answer) {
    try {
      return Optional.of(new BigDecimal(answer)).filter(amount -> amount.signum() > 0);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
