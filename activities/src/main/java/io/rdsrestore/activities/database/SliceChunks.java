package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.RowTally;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Parts of a table that no index cuts: all of it at once, or, where that takes too long, the rows
 * whose text has a certain checksum. Each part reads the whole table, but hashes little of it.
 */
final class SliceChunks implements Chunks {
  /** A table of which even so thin a slice takes too long is not compared. */
  static final int MOST = 256;

  private static final int PARTS = 4;

  private final String rowText;
  private final int slices;
  private long ordinal;

  /**
   * Parts from one on.
   *
   * @param rowText of {@link RowForm}, the same on both servers for the same row
   * @param slices how many there are
   * @param ordinal of the first that is not done
   */
  SliceChunks(String rowText, int slices, long ordinal) {
    this.rowText = rowText;
    this.slices = slices;
    this.ordinal = ordinal;
  }

  /** Into how many parts after one took too long; 0 if that does not help any more. */
  static int more(int slices) {
    return slices >= MOST ? 0 : slices * PARTS;
  }

  int slices() {
    return slices;
  }

  @Override
  public synchronized Optional<Chunk> next(Connection source) {
    if (ordinal >= slices) {
      return Optional.empty();
    }
    Where where =
        slices == 1
            ? Where.ALL
            : new Where(null, "CRC32(%s) %% %d = %d".formatted(rowText, slices, ordinal));
    return Optional.of(new Chunk(ordinal++, where, null, null, 0, true));
  }

  @Override
  public List<Chunk> divide(Connection source, Chunk chunk) {
    return List.of();
  }

  @Override
  public void took(Chunk chunk, RowTally tally, Duration time) {
    // The number of slices is found by trying.
  }

  @Override
  public String method() {
    return slices == 1 ? "in one read" : "in %d slices".formatted(slices);
  }
}
