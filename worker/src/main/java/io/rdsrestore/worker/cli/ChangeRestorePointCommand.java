package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RestorePoint;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code changeRestorePoint}. */
@Command(
    name = "change-restore-point",
    description = {
      "Restores from another instant or backup set.",
      "A clone that is there is released, then the plan is made anew and another clone is bought."
    },
    footer = {
      "",
      "Examples:",
      "  rds-restore change-restore-point rm-primary01 --time 2026-11-22T16:14:00+08:00",
      "  rds-restore change-restore-point rm-primary01 --backup-id 1000000001"
    })
public final class ChangeRestorePointCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @ArgGroup(multiplicity = "0..1")
  private Point point;

  @Override
  public Integer call() throws InterruptedException {
    if (point == null && !decision.canAsk()) {
      throw new UserError(
          ExitCode.USAGE,
          "Say to when: --time 2026-11-22T16:14:00+08:00, with its zone, or --backup-id ID.");
    }
    DecisionBuilder said = Decision.builder(Action.CHANGE_RESTORE_POINT);
    if (point != null) {
      said.restoreTo(
          point.time != null ? read("time", point.time) : read("backupId", point.backupId));
    }
    decision.decide(said, this::complete);
    return 0;
  }

  private void complete(DecisionBuilder said, Asked asked) {
    if (point == null) {
      String answer =
          asked
              .questions()
              .ask(
                  "To when? A time with its zone, like 2026-11-22T16:14:00+08:00, or the id of a backup set:");
      boolean isId = answer.chars().allMatch(Character::isLetterOrDigit);
      said.restoreTo(isId ? read("backupId", answer) : read("time", answer));
    }
  }

  private static RestorePoint read(String field, String value) {
    ObjectNode part = RestoreJson.mapper().createObjectNode();
    part.putObject("restoreTo").put(field, value);
    return RequestPartOptions.read(part).restoreTo();
  }

  /** One of the two. */
  static final class Point {
    @Option(
        names = "--time",
        required = true,
        paramLabel = "INSTANT",
        description = "ISO 8601 with zone, whole seconds; includes every commit of that second.")
    private String time;

    @Option(
        names = "--backup-id",
        required = true,
        paramLabel = "ID",
        description = "A backup set of the primary.")
    private String backupId;
  }
}
