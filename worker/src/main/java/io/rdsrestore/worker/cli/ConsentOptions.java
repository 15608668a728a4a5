package io.rdsrestore.worker.cli;

import java.math.BigDecimal;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Whether the plan of a restore is approved in the command that starts it, and by whom. */
public final class ConsentOptions {
  @ArgGroup(exclusive = false)
  private Ahead ahead;

  @Option(
      names = "--no-ask",
      description = "Do not wait for the plan, and ask nothing: it waits for `approve`.")
  private boolean silent;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who approves; kept with the decision (default: ${DEFAULT-VALUE}).")
  private String actor;

  /** What is said before there is a plan. */
  static final class Ahead {
    @Option(
        names = {"-y", "--yes"},
        required = true,
        description = "Approve the plan unseen, with its terms of service, if it costs no more.")
    private boolean yes;

    @Option(
        names = "--max-cost",
        paramLabel = "AMOUNT",
        required = true,
        description = "With --yes: what the plan may be expected to cost, in its currency.")
    private BigDecimal maxCost;
  }

  /** What it may cost unseen; null: nobody has said so. */
  BigDecimal maxCost() {
    return ahead == null || !ahead.yes ? null : ahead.maxCost;
  }

  boolean isSilent() {
    return silent;
  }

  String actor() {
    return actor;
  }
}
