package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The decision {@code skipPrecheckItems}. */
@Command(
    name = "skip",
    description = "Lets DTS pass over failed precheck items that may be skipped, and checks again.",
    footer = {
      "",
      "Skipping CHECK_SAME_OBJ or CHECK_DEST_TABLE_EMPTY leaves rows on the primary as they are, also",
      "wrong ones, and adds only those whose key is missing. It must be acknowledged by name.",
      "",
      "Examples:",
      "  rds-restore skip rm-primary01 CHECK_SRC",
      "  rds-restore skip rm-primary01 CHECK_SAME_OBJ --acknowledge existingRowsStay"
    })
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
    decision.decide(Decision.builder(Action.SKIP_PRECHECK_ITEMS).items(items));
    return 0;
  }
}
