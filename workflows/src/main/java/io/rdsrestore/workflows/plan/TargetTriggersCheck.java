package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import java.util.List;
import java.util.function.Function;

/** Triggers that would fire on the rows that a copy puts into tables that are there already. */
final class TargetTriggersCheck {
  private static final String ID = SqlCheckIds.TARGET_TRIGGERS;

  private TargetTriggersCheck() {}

  /**
   * The row.
   *
   * @param remedy what the engine can do about those that fire
   */
  static PlanCheck of(SqlInputs inputs, Function<List<TableFinding>, String> remedy) {
    if (!inputs.fillsExistingTables()) {
      return PlanCheck.ok(ID, "no rows go into tables that are there already");
    }
    Listed<TableFinding> firing = inputs.ofTargets(TargetFacts::insertTriggers);
    if (!firing.isKnown()) {
      return PlanCheck.notChecked(ID, firing.notChecked());
    }
    return firing.isEmpty()
        ? PlanCheck.ok(ID, "no trigger fires on the rows that are brought back")
        : PlanCheck.blocker(
            ID,
            "triggers fire on every row that is brought back and would change other data: "
                + Names.listed(firing.first().stream().map(TableFinding::text).toList()),
            remedy.apply(firing.first()));
  }
}
