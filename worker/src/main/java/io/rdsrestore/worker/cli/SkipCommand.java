package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.decision.GateItem;
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
      arity = "0..*",
      paramLabel = "ITEM",
      description =
          "Names of the items, as `rds-restore status ID` shows them; at a terminal you are asked.")
  private List<String> items;

  @Override
  public Integer call() throws InterruptedException {
    decision.decide(
        Decision.builder(Action.SKIP_PRECHECK_ITEMS).items(items), SkipCommand::complete);
    return 0;
  }

  private static void complete(DecisionBuilder said, Asked asked) {
    if (said.build().items() != null) {
      return;
    }
    if (asked.gate() == null) {
      throw new UserError(
          ExitCode.USAGE,
          "Say which items are skipped; ./rds-restore status %s shows them once their gate is open."
              .formatted(asked.handle()));
    }
    List<GateItem> skippable =
        Lists.of(asked.gate().items()).stream().filter(GateItem::canSkip).toList();
    if (skippable.isEmpty()) {
      throw new UserError(
          ExitCode.FAILED,
          "Nothing at %s can be skipped: ./rds-restore status %s shows what can be done instead."
              .formatted(asked.gate().gate(), asked.handle()));
    }
    List<String> names = skippable.stream().map(GateItem::name).toList();
    if (!asked.questions().canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "Say which items are skipped; at %s can be %s, for example: %s"
              .formatted(
                  asked.gate().gate(),
                  String.join(", ", names),
                  asked.command(
                      Action.SKIP_PRECHECK_ITEMS,
                      "./rds-restore skip %s %s".formatted(asked.handle(), names.get(0)))));
    }
    List<Integer> chosen =
        asked
            .questions()
            .several(
                "What can be skipped at %s:".formatted(asked.gate().gate()),
                skippable.stream().map(item -> item.name() + ": " + item.message()).toList());
    said.items(chosen.stream().map(names::get).toList());
  }
}
