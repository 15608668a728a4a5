package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.RunningWork.OpenTransaction;
import io.rdsrestore.workflows.activity.RunningWork.RunningStatement;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.guard.TableShapes;
import java.util.ArrayList;
import java.util.List;

/** DDL and long transactions on the primary. */
final class RunningWorkChecks {
  private static final String DDL = SqlCheckIds.DDL;
  private static final String TRANSACTIONS = SqlCheckIds.TRANSACTIONS;

  private RunningWorkChecks() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    RunningWork work = inputs.facts().work();
    List<PlanCheck> checks = new ArrayList<>();
    ghosts(inputs, work.ghostTables(), checks);
    statements(inputs, work.statements(), checks);
    if (checks.isEmpty()) {
      checks.add(
          PlanCheck.ok(DDL, "no DDL runs on the chosen tables, and no online DDL tool copies one"));
    }
    if (inputs.facts().chosen().tables() > TableShapes.MOST_TABLES) {
      checks.add(
          PlanCheck.warning(
              DDL,
              "of the %d chosen tables only %d are watched for DDL while they are copied"
                  .formatted(inputs.facts().chosen().tables(), TableShapes.MOST_TABLES),
              "change no table before the restore has ended, or restore fewer at a time"));
    }
    checks.add(transactions(inputs, work.transactions()));
    return checks;
  }

  private static void ghosts(
      SqlInputs inputs, Listed<TableFinding> ghosts, List<PlanCheck> checks) {
    if (!ghosts.isKnown()) {
      checks.add(PlanCheck.notChecked(DDL, ghosts.notChecked()));
    } else if (!ghosts.isEmpty()) {
      boolean inTarget =
          ghosts.first().stream().anyMatch(table -> isTarget(inputs, table.database()));
      checks.add(
          row(
              inTarget,
              "an online DDL tool copies a table, or has left its copy behind: "
                  + Names.listed(ghosts, TableFinding::text),
              "wait until it has ended, or drop what it left (DROP TABLE %s;), and retry"
                  .formatted(SqlInputs.quoted(ghosts.first().get(0)))));
    }
  }

  private static void statements(
      SqlInputs inputs, Listed<RunningStatement> statements, List<PlanCheck> checks) {
    if (!statements.isKnown()) {
      checks.add(PlanCheck.notChecked(DDL, "DDL that runs: " + statements.notChecked()));
    } else if (!statements.isEmpty()) {
      boolean inTarget =
          statements.first().stream().anyMatch(each -> isTarget(inputs, each.database()));
      checks.add(
          row(
              inTarget,
              "DDL runs in a database that is looked into: "
                  + Names.listed(statements, RunningWorkChecks::describe),
              "wait until it has ended (SHOW FULL PROCESSLIST;) and retry: DTS fails where a table"
                  + " changes while it copies"));
    }
  }

  /** Where DTS does not write, DDL is only worth knowing. */
  private static PlanCheck row(boolean inTarget, String message, String remedy) {
    return inTarget
        ? PlanCheck.blocker(DDL, message, remedy)
        : PlanCheck.warning(DDL, message, remedy);
  }

  private static boolean isTarget(SqlInputs inputs, String database) {
    return inputs.objects().stream()
        .anyMatch(object -> object.targetDatabase().equalsIgnoreCase(database));
  }

  private static String describe(RunningStatement statement) {
    return "%s in %s for %d s (thread %d)"
        .formatted(statement.kind(), statement.database(), statement.seconds(), statement.thread());
  }

  private static PlanCheck transactions(SqlInputs inputs, Listed<OpenTransaction> open) {
    if (!open.isKnown()) {
      return PlanCheck.notChecked(TRANSACTIONS, open.notChecked());
    }
    return open.isEmpty()
        ? PlanCheck.ok(TRANSACTIONS, "no transaction is open for long on " + inputs.instance())
        : PlanCheck.warning(
            TRANSACTIONS,
            "transactions are open for long; tables that they have touched cannot be renamed or changed: "
                + Names.listed(
                    open, each -> "thread %d for %d s".formatted(each.thread(), each.seconds())),
            "let them end, or end one that nobody needs: KILL %d;"
                .formatted(open.first().get(0).thread()));
  }
}
