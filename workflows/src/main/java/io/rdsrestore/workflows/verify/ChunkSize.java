package io.rdsrestore.workflows.verify;

import java.time.Duration;

/**
 * How many rows the next chunk has: as many as were lately compared in the time that one should
 * take. A chunk grows to three times the last one at most.
 */
public final class ChunkSize {
  public static final long SMALLEST = 100;
  public static final long LARGEST = 200_000;
  private static final long FIRST = 5_000;
  private static final int FASTEST_GROWTH = 3;

  private final Duration wanted;
  private final long largest;
  private long rows;

  /**
   * Begins with {@value #FIRST} rows.
   *
   * @param wanted how long a chunk should take
   * @param largest how many rows it may have however fast they are, at most {@value #LARGEST}
   */
  public ChunkSize(Duration wanted, long largest) {
    this.wanted = wanted;
    this.largest = Math.min(largest, LARGEST);
    rows = between(FIRST);
  }

  /** Rows of the next chunk. */
  public synchronized long rows() {
    return rows;
  }

  /** Learns from a chunk. */
  public synchronized void took(long chunkRows, Duration time) {
    if (chunkRows <= 0) {
      return;
    }
    double perRow = (double) Math.max(1, time.toNanos()) / chunkRows;
    long fitting = (long) (wanted.toNanos() / perRow);
    rows = between(Math.min(fitting, Math.max(chunkRows, rows) * FASTEST_GROWTH));
  }

  private long between(long wanted) {
    return Math.min(largest, Math.max(SMALLEST, wanted));
  }
}
