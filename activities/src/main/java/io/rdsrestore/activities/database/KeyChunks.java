package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.RowTally;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Parts by key, of as many rows as fit into the time that one should take. The source says where a
 * part ends; the same bounds count in the target, and the first and the last part are open, so that
 * no row of either is in none.
 */
final class KeyChunks implements Chunks {
  private static final int PARTS = 4;
  private static final long LONGEST_STEP = 5_000_000;

  private final TableName table;
  private final ChunkKey key;
  private final ChunkSize size;
  private final int sampleEvery;
  private long skip;
  private long ordinal;
  private List<String> lower;
  private boolean ended;

  /**
   * Parts after the first rows.
   *
   * @param skip rows that are done already
   * @param ordinal of the first part
   * @param sampleEvery 1 to compare each part, n to compare every nth and to count the others
   */
  KeyChunks(
      TableName table, ChunkKey key, ChunkSize size, long skip, long ordinal, int sampleEvery) {
    this.table = table;
    this.key = key;
    this.size = size;
    this.skip = skip;
    this.ordinal = ordinal;
    this.sampleEvery = sampleEvery;
  }

  @Override
  public synchronized Optional<Chunk> next(Connection source) throws SQLException {
    if (ended) {
      return Optional.empty();
    }
    // By number, not by key: keys are data, and this is kept where the restore's history is.
    while (skip > 0) {
      // Where keys are there more than once only the first step knows how many there are.
      long step = key.unique() ? Math.min(skip, LONGEST_STEP) : skip;
      lower = boundary(source, lower, step).orElse(null);
      skip -= step;
    }
    long rows = size.rows();
    List<String> upper = boundary(source, lower, rows).orElse(null);
    Chunk chunk =
        new Chunk(
            ordinal, key.between(lower, upper), lower, upper, rows, ordinal % sampleEvery == 0);
    ordinal++;
    lower = upper;
    ended = upper == null;
    return Optional.of(chunk);
  }

  @Override
  public List<Chunk> divide(Connection source, Chunk chunk) throws SQLException {
    long rows = Math.max(1, chunk.rows() / PARTS);
    if (chunk.rows() <= 1) {
      return List.of();
    }
    List<Chunk> parts = new ArrayList<>();
    List<String> from = chunk.lower();
    for (int part = 1; part < PARTS; part++) {
      List<String> to = boundary(source, from, rows).orElse(null);
      if (to == null || to.equals(chunk.upper())) {
        break;
      }
      parts.add(part(chunk, from, to, rows));
      from = to;
    }
    parts.add(part(chunk, from, chunk.upper(), rows));
    return parts;
  }

  private Chunk part(Chunk chunk, List<String> from, List<String> to, long rows) {
    return new Chunk(chunk.ordinal(), key.between(from, to), from, to, rows, chunk.compared());
  }

  private Optional<List<String>> boundary(Connection source, List<String> after, long rows)
      throws SQLException {
    return TimedQuery.first(source, key.boundary(table, after, rows), key::values);
  }

  @Override
  public void took(Chunk chunk, RowTally tally, Duration time) {
    size.took(tally.sourceRows(), time);
  }

  @Override
  public String method() {
    return "by " + (key.index().equals("PRIMARY") ? "primary key" : "index " + key.index());
  }
}
