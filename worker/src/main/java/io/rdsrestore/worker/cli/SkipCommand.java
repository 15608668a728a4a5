package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The decision {@code skipPrecheckItems}. */
@Command(
    name = "skip",
    description = "Lets DTS pass over failed precheck items that may be skipped, and checks again.",
    footer = {"", "Example:", "  rds-restore skip rm-primary01 CHECK_SAME_OBJ"})
public final class SkipCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "ITEM",
      description = "Names of the items, as `rds-restore status ID` shows them.")
  private List<String> items;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(Action.SKIP_PRECHECK_ITEMS, new DecisionOptions.Details(items, null, null));
    return 0;
  }
}
