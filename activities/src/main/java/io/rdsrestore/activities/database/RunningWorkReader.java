package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.RunningWork.OpenTransaction;
import io.rdsrestore.workflows.activity.RunningWork.RunningStatement;
import io.rdsrestore.workflows.activity.TableFinding;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what runs on a server: online DDL, plain DDL, long transactions. */
final class RunningWorkReader {
  private final Catalog catalog;
  private final AccountRights rights;
  private final List<TableScope> scopes;

  RunningWorkReader(Catalog catalog, AccountRights rights, List<TableScope> scopes) {
    this.catalog = catalog;
    this.rights = rights;
    this.scopes = scopes;
  }

  RunningWork read() {
    return new RunningWork(
        catalog.listed(this::ghostTables),
        rights.everywhere().contains("PROCESS")
            ? catalog.listed(this::statements)
            : Listed.notChecked("other sessions are shown only to an account with PROCESS"),
        catalog.listed(this::transactions));
  }

  private List<TableFinding> ghostTables() throws SQLException {
    List<TableFinding> ghosts = new ArrayList<>();
    for (TableScope scope : scopes) {
      GhostTable.of(catalog, scope).stream()
          .map(ghost -> new TableFinding(scope.database(), ghost.name(), ghost.text()))
          .forEach(ghosts::add);
    }
    return ghosts;
  }

  private List<RunningStatement> statements() throws SQLException {
    return catalog
        .rows(
            """
            SELECT id, db, time, LEFT(info, 1000) FROM information_schema.processlist
            WHERE command <> 'Sleep' AND info IS NOT NULL AND id <> CONNECTION_ID()""",
            row -> ddl(row.getLong(1), row.getString(2), row.getLong(3), row.getString(4)))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /** Of the statement itself only its kind and its database are kept. */
  private Optional<RunningStatement> ddl(long thread, String inUse, long seconds, String sql) {
    return DdlStatement.kindOf(sql)
        .flatMap(
            kind ->
                scopes.stream()
                    .map(TableScope::database)
                    .filter(name -> name.equalsIgnoreCase(inUse) || sql.contains(name))
                    .findFirst()
                    .map(name -> new RunningStatement(thread, name, kind, seconds)));
  }

  private List<OpenTransaction> transactions() throws SQLException {
    // InnoDB writes this time in the time zone of the server, whatever the session has.
    catalog.set("SET time_zone = 'SYSTEM'");
    return catalog.rows(
        """
        SELECT trx_mysql_thread_id, TIMESTAMPDIFF(SECOND, trx_started, NOW())
        FROM information_schema.innodb_trx WHERE trx_started < NOW() - INTERVAL 60 SECOND
        ORDER BY trx_started""",
        row -> new OpenTransaction(row.getLong(1), row.getLong(2)));
  }
}
