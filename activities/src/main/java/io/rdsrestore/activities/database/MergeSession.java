package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/**
 * A connection that changes rows in short transactions. Whoever is waited for in one is not waited
 * for long; then it is rolled back and tried again, a few times.
 */
final class MergeSession {
  /** What is read in a statement that writes is the newest, and locked: so it is in this mode. */
  private static final List<String> SETTINGS =
      List.of(
          "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
          "SET SESSION lock_wait_timeout = 3, innodb_lock_wait_timeout = 3",
          // The lock and the open part of a host that has gone are given up soon.
          Swapper.LOCK_LIFE,
          // An id 0 is a value as any other, and so is a date 0000-00-00.
          "SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'");

  private static final int TRIES = 5;
  private static final long PAUSE_MILLIS = 200;

  /**
   * Somebody else's lock or row was in the way: 1205 lock wait, 1213 deadlock, 1020 changed since
   * read, 1062 same unique value, 1451 and 1452 foreign keys.
   */
  private static final Set<Integer> IN_THE_WAY = Set.of(1205, 1213, 1020, 1062, 1451, 1452);

  private final Connection connection;

  private MergeSession(Connection connection) {
    this.connection = connection;
  }

  static MergeSession on(Connection connection) throws SQLException {
    MergeSession session = new MergeSession(connection);
    for (String setting : SETTINGS) {
      session.execute(setting);
    }
    return session;
  }

  Connection connection() {
    return connection;
  }

  /** One at a time of a restore: an attempt that is given up may still be at work. */
  void lock(String name) throws SQLException {
    if (number("SELECT GET_LOCK('%s', 5)".formatted(name)) != 1) {
      throw Failures.of(
          RestoreErrorCode.TRANSIENT, "An earlier attempt of the merge is still at work.", null);
    }
  }

  /** What belongs together. */
  interface Work {
    void run() throws SQLException;
  }

  /**
   * All of the work or nothing.
   *
   * @param alive called before each try; may throw to stop
   */
  void transaction(Runnable alive, Work work) throws SQLException {
    for (int trial = 1; ; trial++) {
      alive.run();
      try {
        execute("START TRANSACTION");
        work.run();
        execute("COMMIT");
        return;
      } catch (SQLException e) {
        rollback(e);
        if (trial == TRIES || !IN_THE_WAY.contains(e.getErrorCode())) {
          throw e;
        }
        pause(trial);
      } catch (RuntimeException e) {
        rollback(e);
        throw e;
      }
    }
  }

  private void rollback(Exception because) {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // The connection has gone, and with it the transaction.
      because.addSuppressed(e);
    }
  }

  private static void pause(int trial) throws SQLException {
    try {
      Thread.sleep(PAUSE_MILLIS * trial);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("stopped", e);
    }
  }

  void execute(String sql) throws SQLException {
    Swapper.execute(connection, sql);
  }

  long number(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }
}
