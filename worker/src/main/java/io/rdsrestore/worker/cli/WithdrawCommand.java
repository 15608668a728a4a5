package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
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
    decision.decide(Decision.builder(Action.WITHDRAW).decision(which));
    return 0;
  }
}
