package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import java.util.List;

/** The chosen tables as they are on the primary now, and columns that a copy may change. */
final class ChosenTableChecks {
  private static final long MEGABYTE = 1024L * 1024L;

  private ChosenTableChecks() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    return List.of(tables(inputs), floats(inputs));
  }

  static PlanCheck tables(SqlInputs inputs) {
    String id = SqlCheckIds.TABLES;
    ChosenFacts chosen = inputs.facts().chosen();
    if (!chosen.isKnown()) {
      return PlanCheck.notChecked(id, chosen.notChecked());
    }
    if (!chosen.hidden().isEmpty()) {
      return PlanCheck.notChecked(
          id,
          "the account has no right to database %s of %s, so nothing is known of its tables"
              .formatted(String.join(", ", chosen.hidden()), inputs.instance()));
    }
    String there =
        "%d of the chosen tables are on %s now (about %d rows and %d MB, as the server estimates)"
            .formatted(
                chosen.tables(), inputs.instance(), chosen.rows(), chosen.bytes() / MEGABYTE);
    return PlanCheck.ok(
        id,
        there
            + counted("%d partitioned", chosen.with(TableTrait.PARTITIONED))
            + counted("%d with generated columns", chosen.with(TableTrait.GENERATED))
            + (chosen.missing().isEmpty()
                ? ""
                : "; not there, so whether they come back only the clone tells: "
                    + Names.listed(chosen.missing(), name -> name)));
  }

  private static String counted(String text, Listed<TableFinding> found) {
    return found.isEmpty() ? "" : ", " + text.formatted(found.total());
  }

  private static PlanCheck floats(SqlInputs inputs) {
    String id = SqlCheckIds.FLOATS;
    Listed<TableFinding> floats = inputs.facts().chosen().with(TableTrait.FLOAT);
    if (!floats.isKnown()) {
      return PlanCheck.notChecked(id, floats.notChecked());
    }
    return floats.isEmpty()
        ? PlanCheck.ok(id, "no chosen table has a FLOAT or DOUBLE column")
        : PlanCheck.warning(
            id,
            "FLOAT and DOUBLE columns, which DTS copies with a precision of 38 and 308 digits: "
                + Names.listed(floats, TableFinding::text),
            "nothing to do now; where the comparison finds rows that differ, look at these columns first");
  }
}
