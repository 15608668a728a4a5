package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.request.Afterwards;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.MoveIn;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.request.VerifyMode;
import java.util.ArrayList;
import java.util.List;

/** What DTS and SQL Server cannot do, as far as a request alone tells. */
final class SqlServerLimits {
  static final String DATABASES = "sqlserver.databases";
  static final String SCHEMA = "sqlserver.schema";
  static final String FOREIGN_KEYS = "sqlserver.foreignKeys";
  static final String PLACE = "sqlserver.place";
  static final String VERIFY = "sqlserver.verify";

  /** DTS: databases a task. */
  private static final int MAX_DATABASES = 10;

  private SqlServerLimits() {}

  static List<PlanCheck> of(RestoreRequest request) {
    List<PlanCheck> checks = new ArrayList<>();
    checks.add(databases(request));
    checks.add(schema(request));
    if (request.migratesStructure()) {
      checks.add(
          PlanCheck.warning(
              FOREIGN_KEYS,
              "DTS does not migrate foreign keys of SQL Server: the restored tables have none",
              "make them again after the restore; where the worker reaches the primary the report"
                  + " has the SQL of those that are there today"));
    }
    checks.add(place(request));
    if (request.migratesData() && request.verify() == VerifyMode.CHECKSUM) {
      checks.add(
          PlanCheck.warning(
              VERIFY,
              "compared by row counts and CHECKSUM_AGG(BINARY_CHECKSUM(*)), which is weak: 32 bits,"
                  + " rows that differ can cancel each other out, and text, ntext, image, xml and"
                  + " CLR columns are left out of it",
              "where that is not enough, compare single tables by EXCEPT after the restore"));
    }
    return checks;
  }

  private static PlanCheck databases(RestoreRequest request) {
    int chosen = request.objects().size();
    return chosen <= MAX_DATABASES
        ? PlanCheck.ok(
            DATABASES,
            "%d of the %d databases that DTS takes a task".formatted(chosen, MAX_DATABASES))
        : PlanCheck.refusal(
            DATABASES,
            "%d databases are chosen, and DTS takes at most %d of SQL Server a task: %s"
                .formatted(chosen, MAX_DATABASES, SqlServerRules.databases(request)),
            "restore at most %d at a time".formatted(MAX_DATABASES));
  }

  private static PlanCheck schema(RestoreRequest request) {
    List<DatabaseSelection> partly =
        request.objects().stream().filter(selection -> !selection.isWhole()).toList();
    return partly.stream()
        .flatMap(selection -> SchemaNames.problem(selection).stream())
        .findFirst()
        .orElseGet(
            () ->
                PlanCheck.ok(
                    SCHEMA,
                    partly.isEmpty()
                        ? "whole databases are chosen, so all their schemas come back"
                        : "a chosen table without a schema is one of schema %s; others are named as SCHEMA.TABLE"
                            .formatted(SchemaTable.DEFAULT)));
  }

  /** What needs a table to be renamed from one database into another. */
  private static PlanCheck place(RestoreRequest request) {
    boolean asksFor =
        request.afterwards() == Afterwards.ASK
            || request.moveIn() == MoveIn.ASK
            || request.autoIncrementFloor() != null;
    return asksFor
        ? PlanCheck.refusal(
            PLACE,
            "SQL Server renames no table into another database, so restored tables are not moved,"
                + " swapped or merged by rds-restore",
            "leave out afterwards, undoFor, moveIn and autoIncrementFloor; the report has the SQL"
                + " that puts rows back, with what is not safe about it")
        : PlanCheck.ok(
            PLACE,
            "what is restored beside stays there; the report has the SQL that puts rows back");
  }
}
