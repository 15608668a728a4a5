package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import java.util.List;

/** Storage engines of the chosen tables. */
final class EngineTypeCheck {
  private static final String ID = SqlCheckIds.ENGINES;

  private EngineTypeCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    Listed<TableFinding> refused = inputs.facts().chosen().with(TableTrait.REFUSED_ENGINE);
    if (!refused.isKnown()) {
      return List.of(PlanCheck.notChecked(ID, refused.notChecked()));
    }
    if (!refused.isEmpty()) {
      return List.of(
          PlanCheck.blocker(
              ID,
              "DTS refuses the storage engine of " + Names.listed(refused, TableFinding::text),
              "choose objects without these tables; to change their engine now does not help, because"
                  + " the clone has the one of the restore point"));
    }
    Listed<TableFinding> loose = inputs.facts().chosen().with(TableTrait.NOT_TRANSACTIONAL);
    if (!loose.isEmpty()
        && "ON".equals(inputs.facts().settings().global("enforce_gtid_consistency"))) {
      return List.of(
          PlanCheck.warning(
              ID,
              "%s enforces GTID consistency, and rows for a storage engine without transactions may be refused: %s"
                  .formatted(inputs.instance(), Names.listed(loose, TableFinding::text)),
              "if the copy fails at one of them, leave it out and bring it back with mysqldump"));
    }
    return List.of(PlanCheck.ok(ID, "DTS takes the storage engines of the chosen tables"));
  }
}
