package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.verify.ChunkSize;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Walks one restored table by its key, in parts, and counts what of each a merge is about. */
final class MergeWalk {
  private static final Duration ONE_PART = Duration.ofMillis(500);

  private final Connection connection;
  private final LoadGate load;
  private final long largestPart;

  /**
   * A walk.
   *
   * @param load asked before each part
   * @param largestPart rows of a part at most
   */
  MergeWalk(Connection connection, LoadGate load, long largestPart) {
    this.connection = connection;
    this.load = load;
    this.largestPart = largestPart;
  }

  /** What is done with a part of which something is to be written. */
  interface Writer {
    /** For those who only count. */
    Writer NONE = part -> false;

    /**
     * Writes it.
     *
     * @return whether rows of the same part may have waited for those that are written now
     */
    boolean write(Where part) throws SQLException;
  }

  /** Told after each part, and while the server is waited for. */
  interface Told {
    void at(MergePosition position, boolean gotOn);
  }

  /**
   * Walks to the end.
   *
   * @param start where an earlier attempt was
   * @param withSaved whether rows that are merged already are left out
   */
  MergePosition walk(
      MergeShape shape,
      MergeMode mode,
      boolean withSaved,
      MergePosition start,
      Writer writer,
      Told told)
      throws SQLException {
    MergeSql sql = new MergeSql(shape);
    ChunkSize size = new ChunkSize(ONE_PART, largestPart);
    KeyChunks chunks = new KeyChunks(shape.restored(), shape.key(), size, start.rows(), 0, 1);
    MergePosition position = start;
    Deque<Chunk> open = new ArrayDeque<>();
    while (true) {
      MergePosition now = position;
      load.await(connection, () -> told.at(now, false));
      Optional<Chunk> next =
          open.isEmpty() ? chunks.next(connection) : Optional.of(open.removeFirst());
      if (next.isEmpty()) {
        return position;
      }
      long began = System.nanoTime();
      Where where = next.get().where();
      boolean onlyCounts = writer == Writer.NONE;
      MergePosition part;
      try {
        part = count(sql.count(where, mode, withSaved, onlyCounts));
      } catch (TimedQuery.TooLong e) {
        divide(chunks, next.get(), open, e);
        continue;
      }
      boolean again = wanted(part, mode) > part.blocked() && writer.write(where);
      while (again) {
        MergePosition left = count(sql.count(where, mode, withSaved, onlyCounts));
        again =
            left.blocked() < part.blocked()
                && wanted(left, mode) > left.blocked()
                && writer.write(where);
        part = part.withBlocked(left.blocked());
      }
      size.took(part.rows(), Duration.ofNanos(System.nanoTime() - began));
      position = position.plus(part);
      told.at(position, true);
    }
  }

  private static long wanted(MergePosition part, MergeMode mode) {
    return (mode.inserts() ? part.missing() : 0) + (mode.replaces() ? part.changed() : 0);
  }

  private void divide(KeyChunks chunks, Chunk chunk, Deque<Chunk> open, TimedQuery.TooLong e)
      throws SQLException {
    var parts = chunks.divide(connection, chunk);
    if (parts.isEmpty()) {
      throw e;
    }
    for (int i = parts.size() - 1; i >= 0; i--) {
      open.addFirst(parts.get(i));
    }
  }

  private MergePosition count(String sql) throws SQLException {
    return TimedQuery.first(connection, sql, MergeWalk::position).orElseThrow();
  }

  private static MergePosition position(ResultSet row) throws SQLException {
    return new MergePosition(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
  }
}
