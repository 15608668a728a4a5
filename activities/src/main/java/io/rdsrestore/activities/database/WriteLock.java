package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Tables into which nobody writes while their successors are made ready, and whose place a RENAME
 * of another connection takes without a write in between. A server takes no RENAME from the
 * connection that holds the lock; but a RENAME that waits for the lock goes before the writes that
 * wait for it, too. Ends with its connection, so that a worker that dies leaves no lock.
 */
final class WriteLock implements AutoCloseable {
  private static final long BETWEEN_LOOKS_MILLIS = 10;

  /** Within it a RENAME that is sent is seen to wait; after that the lock is given up anyway. */
  private static final long MOST_LOOKS = 100;

  private static final String WAITING =
      """
      SELECT COUNT(*) FROM information_schema.processlist
      WHERE id = ? AND state LIKE '%metadata lock%'\
      """;

  private final Connection connection;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread made = new Thread(task, "rds-restore-rename");
            made.setDaemon(true);
            return made;
          });

  private WriteLock(Connection connection) {
    this.connection = connection;
  }

  /**
   * Locks tables.
   *
   * @param connection its own from now on
   * @param tables in SQL; none: nothing is locked
   * @throws SQLException 1205 if one is in use for longer than the connection waits
   */
  static WriteLock on(Connection connection, List<String> tables) throws SQLException {
    WriteLock lock = new WriteLock(connection);
    if (!tables.isEmpty()) {
      try {
        Swapper.execute(connection, "LOCK TABLES " + String.join(" WRITE, ", tables) + " WRITE");
      } catch (SQLException e) {
        lock.close();
        throw e;
      }
    }
    return lock;
  }

  /** Lets a statement of another connection have the tables next. */
  void handTo(Connection other, String rename) throws SQLException {
    long id = new Catalog(other).rows("SELECT CONNECTION_ID()", row -> row.getLong(1)).get(0);
    Future<?> moving =
        thread.submit(
            () -> {
              Swapper.execute(other, rename);
              return null;
            });
    awaitItsTurn(moving, id);
    Swapper.execute(connection, "UNLOCK TABLES");
    end(moving);
  }

  private void awaitItsTurn(Future<?> moving, long id) throws SQLException {
    Catalog catalog = new Catalog(connection);
    for (int look = 0; look < MOST_LOOKS && !moving.isDone(); look++) {
      if (catalog.rows(WAITING, row -> row.getLong(1), id).get(0) > 0) {
        return;
      }
      pause(moving);
    }
  }

  private static void pause(Future<?> moving) {
    try {
      moving.get(BETWEEN_LOOKS_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      // It waits still, or it has failed, which is told by who waits for its end.
      return;
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static void end(Future<?> moving) throws SQLException {
    try {
      moving.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof SQLException sql) {
        throw sql;
      }
      throw new IllegalStateException("a rename failed", e.getCause());
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private static RuntimeException interrupted() {
    Thread.currentThread().interrupt();
    return Failures.of(RestoreErrorCode.TRANSIENT, "the worker stops", null);
  }

  @Override
  public void close() throws SQLException {
    thread.shutdown();
    connection.close();
  }
}
