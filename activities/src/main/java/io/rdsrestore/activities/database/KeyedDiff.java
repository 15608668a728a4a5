package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.RowTally;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Walks two tables, or one that has no counterpart, once in the order of a key. A part ends where
 * either side has so many rows: then it is small on both, however they differ.
 */
final class KeyedDiff {
  private static final Duration ONE_CHUNK = Duration.ofSeconds(1);
  private static final int PARTS = 4;

  private final ChunkKey key;
  private final PartEnds ends;
  private final ChunkSize size;
  private final long largest;

  /**
   * Of tables.
   *
   * @param ends where their parts end
   * @param largest rows of a part at most, of either side
   */
  KeyedDiff(ChunkKey key, PartEnds ends, long largest) {
    this.key = key;
    this.ends = ends;
    this.largest = largest;
    size = new ChunkSize(ONE_CHUNK, largest);
  }

  /** What is done with a part. */
  interface Work {
    /** Compares it and tells of it; if it throws {@code TooLong} nothing has been told. */
    RowTally of(Chunk chunk) throws SQLException;
  }

  /** Waits until the servers have time for a part. */
  interface Turn {
    void await() throws SQLException;
  }

  RowTally walk(Turn turn, Work work) throws SQLException {
    RowTally all = RowTally.NOTHING;
    List<String> lower = null;
    long most = largest;
    boolean ended = false;
    while (!ended) {
      turn.await();
      long rows = Math.min(size.rows(), most);
      List<String> upper = ends.after(lower, rows);
      if (upper != null) {
        ends.lookAhead(upper, size.rows());
      }
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
}
