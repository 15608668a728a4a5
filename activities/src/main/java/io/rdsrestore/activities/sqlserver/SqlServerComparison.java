package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import java.util.List;

/** Compares two databases of SQL Server without a restore around it, as far as a restore does. */
public final class SqlServerComparison {
  private final Sessions sessions;

  /** With the worker's way into databases. */
  public SqlServerComparison(ActivitySettings settings) {
    this(new JdbcSessions(settings, new Logins(settings.accountKey(), settings.secrets())));
  }

  SqlServerComparison(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * Compares columns, row counts and weak checksums.
   *
   * @param source with an address
   * @param target with an address
   * @return one entry a table
   * @throws io.temporal.failure.ApplicationFailure if a server cannot be asked
   */
  public List<TableComparison> compare(
      DatabaseLogin source, DatabaseLogin target, ObjectTarget object, VerifyMode mode) {
    CompareTables wanted =
        new CompareTables(source, target, List.of(object), mode, false, true, null, 0);
    return new BothServers(sessions)
        .work(
            "Comparing",
            source,
            target,
            (from, to) -> new Comparisons(from, to, wanted, Attempt.orDetached()).run());
  }
}
