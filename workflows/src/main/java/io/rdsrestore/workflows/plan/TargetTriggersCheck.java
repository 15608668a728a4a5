package io.rdsrestore.workflows.plan;

import static java.util.stream.Collectors.joining;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import java.util.List;

/** Triggers that would fire on the rows that a copy puts into tables that are there already. */
final class TargetTriggersCheck {
  private static final String ID = SqlCheckIds.TARGET_TRIGGERS;

  private TargetTriggersCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    if (!inputs.fillsExistingTables()) {
      return List.of(PlanCheck.ok(ID, "no rows go into tables that are there already"));
    }
    Listed<TableFinding> firing = inputs.ofTargets(TargetFacts::insertTriggers);
    if (!firing.isKnown()) {
      return List.of(PlanCheck.notChecked(ID, firing.notChecked()));
    }
    return List.of(
        firing.isEmpty()
            ? PlanCheck.ok(ID, "no trigger fires on the rows that are brought back")
            : blocker(firing.first()));
  }

  private static PlanCheck blocker(List<TableFinding> firing) {
    return PlanCheck.blocker(
        ID,
        "triggers fire on every row that is brought back and would change other data: "
            + Names.listed(firing.stream().map(TableFinding::text).toList()),
        "restore beside (target sideBySide), or keep their SQL (SHOW CREATE TRIGGER), drop them (%s), retry, and create them again after the copy"
            .formatted(
                firing.stream()
                    .limit(Names.MAX_LISTED)
                    .map(
                        table ->
                            "DROP TRIGGER %s.%s;"
                                .formatted(
                                    SqlName.quote(table.database()), SqlName.quote(table.detail())))
                    .collect(joining(" "))));
  }
}
