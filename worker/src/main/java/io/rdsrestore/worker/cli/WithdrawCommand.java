package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code withdraw}. */
@Command(
    name = "withdraw",
    description = {
      "Takes back a decision that has not acted yet.",
      "`rds-restore status ID` shows those that wait for their gates, with their numbers."
    },
    footer = {"", "Example:", "  rds-restore withdraw rm-primary01 --decision 3"})
public final class WithdrawCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Option(
      names = "--decision",
      paramLabel = "NUMBER",
      description = "Which one (default: the only one that waits).")
  private String which;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Decision.builder(Action.WITHDRAW).decision(which), WithdrawCommand::complete);
    return 0;
  }

  /** With one that waits none needs to be named, and without one the restore says so. */
  private static void complete(DecisionBuilder said, Asked asked) {
    List<DecisionRecord> kept =
        Lists.of(asked.execution().status().decisions()).stream()
            .filter(one -> one.outcome() == DecisionOutcome.KEPT)
            .toList();
    if (said.build().decision() != null || kept.size() < 2) {
      return;
    }
    if (!asked.questions().canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "Several decisions wait, say which is taken back, for example: ./rds-restore withdraw %s --decision %d (%s)"
              .formatted(asked.handle(), kept.get(0).number(), text(kept.get(0))));
    }
    int chosen =
        asked
            .questions()
            .which(
                "Which decision is taken back?", kept.stream().map(WithdrawCommand::text).toList());
    said.decision(String.valueOf(kept.get(chosen).number()));
  }

  private static String text(DecisionRecord one) {
    return "%s%s by %s"
        .formatted(
            one.action(),
            one.gate() == null ? "" : " for " + one.gate(),
            one.actor() == null ? "somebody" : one.actor());
  }
}
