package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.json.RestoreJson;
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

  @ArgGroup(multiplicity = "1")
  private Point point;

  @Override
  public Integer call() throws InterruptedException {
    ObjectNode part = RestoreJson.mapper().createObjectNode();
    ObjectNode restoreTo = part.putObject("restoreTo");
    if (point.time != null) {
      restoreTo.put("time", point.time);
    } else {
      restoreTo.put("backupId", point.backupId);
    }
    decision.decide(
        Decision.builder(Action.CHANGE_RESTORE_POINT)
            .restoreTo(RequestPartOptions.read(part).restoreTo()));
    return 0;
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
