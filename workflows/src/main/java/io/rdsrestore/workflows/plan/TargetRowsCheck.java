package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;

/** Rows in the tables that a restore of rows alone would fill: DTS wants these empty. */
final class TargetRowsCheck {
  private static final String ID = SqlCheckIds.TARGET_ROWS;

  private TargetRowsCheck() {}

  /**
   * The row.
   *
   * @param remedy what can be done about tables with rows
   */
  static PlanCheck of(SqlInputs inputs, String remedy) {
    if (!inputs.fillsExistingTables() || inputs.keepsExisting()) {
      return PlanCheck.ok(ID, "no tables have to be empty");
    }
    Listed<TableFinding> filled = inputs.ofTargets(TargetFacts::filled);
    if (!filled.isKnown()) {
      return PlanCheck.notChecked(ID, filled.notChecked());
    }
    return filled.isEmpty()
        ? PlanCheck.ok(ID, "the tables that rows go into are empty")
        : PlanCheck.blocker(
            ID,
            "migrate [\"data\"] fills empty tables, and these hold rows: "
                + Names.listed(filled.first().stream().map(TableFinding::text).toList()),
            remedy);
  }
}
