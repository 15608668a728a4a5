package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What DTS does not do with chosen tables of several schemas of SQL Server. */
final class SchemaNames {
  private SchemaNames() {}

  /** Why these tables cannot be chosen so; empty if they can. */
  static Optional<PlanCheck> problem(DatabaseSelection selection) {
    Set<String> names = new HashSet<>();
    for (TableSelection table : selection.tables()) {
      SchemaTable from = SchemaTable.of(table.name());
      SchemaTable to = SchemaTable.of(table.targetName());
      if (!from.schema().equalsIgnoreCase(to.schema())) {
        return refusal(
            "table %s.%s is to become %s, and DTS moves no table into another schema"
                .formatted(selection.database(), from, to),
            "name one of its own schema: as %s"
                .formatted(new SchemaTable(from.schema(), to.name())));
      }
      if (!names.add(to.name().toLowerCase(Locale.ROOT))) {
        return refusal(
            "two chosen tables of database %s are called %s, in two schemas, which DTS takes only with the whole database"
                .formatted(selection.database(), to.name()),
            "choose the whole database, or one of the two, or give one another name by as");
      }
    }
    return Optional.empty();
  }

  private static Optional<PlanCheck> refusal(String message, String remedy) {
    return Optional.of(PlanCheck.refusal(SqlServerLimits.SCHEMA, message, remedy));
  }
}
