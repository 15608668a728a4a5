package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A query that is ended on its server when it takes too long, so that no read holds a snapshot, and
 * with it the server's purging, for longer. Works from MySQL 5.5 on, which has no limit of its own.
 */
final class TimedQuery {
  /** The longest read. */
  static final Duration LONGEST = Duration.ofSeconds(25);

  private static final ScheduledExecutorService CLOCK =
      Executors.newScheduledThreadPool(2, TimedQuery::thread);

  private TimedQuery() {}

  /** A query was ended because it took too long. */
  static final class TooLong extends SQLException {
    private static final long serialVersionUID = 1L;

    TooLong(SQLException cause) {
      super("a read took longer than %d s".formatted(LONGEST.toSeconds()), cause);
    }
  }

  /** Makes something of the rows. */
  interface Rows<T> {
    T read(ResultSet rows) throws SQLException;
  }

  /** The first row; empty if there is none. */
  static <T> Optional<T> first(Connection connection, String sql, Rows<T> row) throws SQLException {
    return read(
        connection,
        sql,
        LONGEST,
        0,
        rows -> rows.next() ? Optional.of(row.read(rows)) : Optional.empty());
  }

  /**
   * All rows.
   *
   * @param fetchSize how many are held at once; 0: all
   * @throws TooLong if that takes longer than {@code limit}
   */
  static <T> T read(Connection connection, String sql, Duration limit, int fetchSize, Rows<T> rows)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.setFetchSize(fetchSize);
      AtomicBoolean ended = new AtomicBoolean();
      Future<?> alarm =
          CLOCK.schedule(
              () -> {
                ended.set(true);
                statement.cancel();
                return null;
              },
              limit.toMillis(),
              TimeUnit.MILLISECONDS);
      try (ResultSet found = statement.executeQuery(sql)) {
        return rows.read(found);
      } catch (SQLException e) {
        throw ended.get() ? new TooLong(e) : e;
      } finally {
        settle(alarm);
      }
    }
  }

  /** An alarm that has gone off must not hit the next query. */
  private static void settle(Future<?> alarm) {
    if (alarm.cancel(false) || alarm.isCancelled()) {
      return;
    }
    try {
      alarm.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      // The query could not be ended; it has come to its end by itself.
      return;
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "rds-restore-sql-alarm");
    thread.setDaemon(true);
    return thread;
  }
}
