package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.NoAddress;
import io.rdsrestore.activities.Patience;
import io.rdsrestore.activities.Pulse;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.activity.MoveDatabase;
import io.rdsrestore.workflows.activity.MovedDatabase;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.SwapQuery;
import io.rdsrestore.workflows.activity.SwapTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import io.rdsrestore.workflows.swap.SwapLook;
import io.temporal.failure.ApplicationFailure;
import java.sql.SQLException;
import java.util.List;

/** SQL Server: read and compared. No table is moved or merged there; plans refuse to ask for it. */
public final class SqlServerDatabases implements DatabaseActivities {
  private final Sessions sessions;
  private final BothServers servers;

  public SqlServerDatabases(ActivitySettings settings, Logins logins) {
    this(new JdbcSessions(settings, logins));
  }

  SqlServerDatabases(Sessions sessions) {
    this.sessions = sessions;
    servers = new BothServers(sessions);
  }

  @Override
  public SchemaFacts readSchema(ReadSchema wanted) {
    if (wanted.login().address() == null) {
      return SchemaFacts.unreachable(NoAddress.WHY);
    }
    return Pulse.during(
        () -> {
          try (Sql sql = sessions.open(wanted.login())) {
            return schema(sql, wanted);
          } catch (SQLException e) {
            return SchemaFacts.unreachable(SqlServerTrouble.unreachable(e));
          }
        });
  }

  private static SchemaFacts schema(Sql sql, ReadSchema wanted) {
    try {
      sql.set(Statements.WITHOUT_LOCKS);
      return new SchemaLook(sql, wanted).facts();
    } catch (SQLException e) {
      throw SqlServerTrouble.failure("Reading the primary", e);
    }
  }

  @Override
  public LoginFacts readLogin(DatabaseLogin login) {
    if (login.address() == null) {
      return new LoginFacts(LoginOutcome.NOT_REACHED, NoAddress.WHY);
    }
    return Pulse.during(
        () -> {
          try (Sql sql = sessions.open(login)) {
            return sql.isAlive()
                ? new LoginFacts(LoginOutcome.OK, null)
                : new LoginFacts(LoginOutcome.NOT_REACHED, "the connection was cut at once");
          } catch (SQLException e) {
            return new LoginFacts(
                SqlServerTrouble.loginOutcome(e), SqlServerTrouble.unreachable(e));
          }
        });
  }

  @Override
  public QuietClone ensureCloneQuiet(ReadChosenTables wanted) {
    return Patience.during(
        () ->
            servers.work(
                "Reading the chosen tables",
                wanted.source(),
                wanted.primary(),
                (clone, primary) ->
                    new TableLooks(clone, primary, Attempt.current()).read(wanted)));
  }

  @Override
  public List<TableComparison> compareTables(CompareTables wanted) {
    return Patience.during(
        () ->
            servers.work(
                "Comparing",
                wanted.source(),
                wanted.target(),
                (source, target) ->
                    new Comparisons(source, target, wanted, Attempt.current()).run()));
  }

  @Override
  public List<SwapLook> readSwap(SwapQuery wanted) {
    throw notOffered();
  }

  @Override
  public List<SwapLook> ensureSwapped(SwapTables wanted) {
    throw notOffered();
  }

  @Override
  public List<SwapLook> ensureSwappedBack(SwapTables wanted) {
    throw notOffered();
  }

  @Override
  public List<SwapLook> ensureMovedIn(SwapTables wanted) {
    throw notOffered();
  }

  @Override
  public MovedDatabase ensureDatabaseMovedIn(MoveDatabase wanted) {
    throw notOffered();
  }

  @Override
  public List<MergeLook> readMerge(MergeTables wanted) {
    throw notOffered();
  }

  @Override
  public List<MergedTable> ensureMerged(MergeTables wanted) {
    throw notOffered();
  }

  @Override
  public List<UnmergedTable> ensureUnmerged(MergeTables wanted) {
    throw notOffered();
  }

  private static ApplicationFailure notOffered() {
    return Failures.of(
        RestoreErrorCode.NEEDS_PERSON,
        "Tables of SQL Server are not moved, swapped or merged by rds-restore.",
        null);
  }
}
