package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.RowTally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Walks two tables, or one that has no counterpart, once in the order of a key. A part ends where
 * either side has so many rows: then it is small on both, however they differ.
 */
final class KeyedDiff {
  private static final Duration ONE_CHUNK = Duration.ofSeconds(1);
  private static final int PARTS = 4;

  private final ChunkKey key;
  private final Side source;
  private final Side target;
  private final ChunkSize size;
  private final long largest;

  /**
   * Of two tables.
   *
   * @param source null if only the target is there
   * @param target null if only the source is there
   * @param largest rows of a part at most, of either side
   */
  KeyedDiff(ChunkKey key, Side source, Side target, long largest) {
    this.key = key;
    this.source = source;
    this.target = target;
    this.largest = largest;
    size = new ChunkSize(ONE_CHUNK, largest);
  }

  /** A table where it is, and whether it has the index. */
  record Side(Connection connection, TableName table, boolean hasIndex) {}

  /** What is done with a part. */
  interface Work {
    /** Compares it and tells of it; if it throws {@code TooLong} nothing has been told. */
    RowTally of(Chunk chunk) throws SQLException;
  }

  RowTally walk(Work work) throws SQLException {
    RowTally all = RowTally.NOTHING;
    List<String> lower = null;
    long most = largest;
    boolean ended = false;
    while (!ended) {
      long rows = Math.min(size.rows(), most);
      List<String> upper = upper(lower, rows);
      Chunk chunk = new Chunk(0, key.between(lower, upper), lower, upper, rows, true);
      long start = System.nanoTime();
      try {
        RowTally tally = work.of(chunk);
        size.took(
            Math.max(tally.sourceRows(), tally.targetRows()),
            Duration.ofNanos(System.nanoTime() - start));
        all = all.plus(tally);
        most = largest;
        lower = upper;
        ended = upper == null;
      } catch (TimedQuery.TooLong e) {
        if (rows == 1) {
          throw e;
        }
        most = Math.max(1, rows / PARTS);
      }
    }
    return all;
  }

  /** The key of the last row of the next part; null if it ends with the tables. */
  private List<String> upper(List<String> lower, long rows) throws SQLException {
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
}
