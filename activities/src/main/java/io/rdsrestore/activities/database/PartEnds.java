package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Says where parts of two tables end, or of one that has no counterpart: where either side has so
 * many rows. The end of the next part is looked up while the one before is compared, on connections
 * that are used for nothing else.
 */
final class PartEnds implements AutoCloseable {
  private final ChunkKey key;
  private final Side source;
  private final Side target;
  private final Runnable alive;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Servers::thread);

  /** What has been looked up last, and from where on. */
  private Future<List<String>> next;

  private List<String> nextFrom;

  /**
   * Of two tables.
   *
   * @param source null if only the target is there
   * @param target null if only the source is there
   * @param alive called every other second while a server is waited for
   */
  PartEnds(ChunkKey key, Side source, Side target, Runnable alive) {
    this.key = key;
    this.source = source;
    this.target = target;
    this.alive = alive;
  }

  /** A table where it is, and whether it has the index. */
  record Side(Connection connection, TableName table, boolean hasIndex) {}

  /**
   * The key of the last row of a part; null if it ends with the tables.
   *
   * @param lower the part begins behind it; null: with the tables
   * @param rows of either side at most, if that was not looked up before
   */
  List<String> after(List<String> lower, long rows) throws SQLException {
    boolean known = lower != null && lower.equals(nextFrom);
    Future<List<String>> end = known ? next : thread.submit(() -> end(lower, rows));
    // Who asks again from there wants a shorter part.
    nextFrom = null;
    return Servers.answer(end, alive);
  }

  /** Begins to look where the part behind a key ends. */
  void lookAhead(List<String> lower, long rows) {
    nextFrom = lower;
    next = thread.submit(() -> end(lower, rows));
  }

  private List<String> end(List<String> lower, long rows) throws SQLException {
    List<String> upper = source == null ? null : boundary(source, lower, null, rows).orElse(null);
    return target == null ? upper : boundary(target, lower, upper, rows).orElse(upper);
  }

  private Optional<List<String>> boundary(
      Side side, List<String> lower, List<String> upper, long rows) throws SQLException {
    Where among = key.between(lower, upper);
    return TimedQuery.first(
        side.connection(),
        key.boundary(side.table(), side.hasIndex() ? among : among.byAnyIndex(), rows),
        key::values);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
