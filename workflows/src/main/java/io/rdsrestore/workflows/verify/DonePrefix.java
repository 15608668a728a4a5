package io.rdsrestore.workflows.verify;

import java.util.TreeMap;

/**
 * How far a table is done without a gap, where chunks come to their end in any order: only that far
 * may the next attempt skip.
 */
public final class DonePrefix {
  private final TreeMap<Long, RowTally> ahead = new TreeMap<>();
  private long next;
  private RowTally tally;

  /**
   * Goes on from a tally.
   *
   * @param next ordinal of the first chunk that is not done
   * @param tally of all chunks before it
   */
  public DonePrefix(long next, RowTally tally) {
    this.next = next;
    this.tally = tally;
  }

  /**
   * A chunk is done.
   *
   * @param ordinal from 0, each once
   */
  public synchronized void done(long ordinal, RowTally chunk) {
    ahead.put(ordinal, chunk);
    while (ahead.containsKey(next)) {
      tally = tally.plus(ahead.remove(next));
      next++;
    }
  }

  /** Ordinal of the first chunk that is not done. */
  public synchronized long next() {
    return next;
  }

  /** Of all chunks that are done without a gap. */
  public synchronized RowTally tally() {
    return tally;
  }

  /** Rows of the source that are done, also beyond a gap. */
  public synchronized long rows() {
    return tally.sourceRows() + ahead.values().stream().mapToLong(RowTally::sourceRows).sum();
  }
}
