package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.DonePrefix;
import io.rdsrestore.workflows.verify.RowTally;
import io.rdsrestore.workflows.verify.TablePosition;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The rows of one table and how far they are compared; several threads may work on it at once. */
final class TableRows {
  private static final Duration ONE_CHUNK = Duration.ofSeconds(1);

  private final RowComparer comparer;
  private final RowForm form;
  private final long estimatedRows;
  private Chunks chunks;
  private DonePrefix prefix;
  private int slices;
  private int underWay;
  private boolean exhausted;
  private String trouble;

  private TableRows(RowComparer comparer, RowForm form, long estimatedRows, TablePosition last) {
    this.comparer = comparer;
    this.form = form;
    this.estimatedRows = estimatedRows;
    prefix = new DonePrefix(last.next(), last.tally());
    exhausted = last.done();
    trouble = last.trouble();
  }

  /**
   * A table, from where the last attempt was.
   *
   * @param key null if no index cuts it
   * @param last where it was
   * @param scope how it is compared
   */
  static TableRows of(
      RowComparer comparer,
      RowForm form,
      ChunkKey key,
      long estimatedRows,
      TablePosition last,
      VerificationScope scope) {
    TableRows rows = new TableRows(comparer, form, estimatedRows, last);
    if (key == null) {
      rows.slices = Math.max(1, last.slices());
      rows.chunks = new SliceChunks(form.text(form.isApproximate()), rows.slices, last.next());
    } else {
      rows.chunks =
          new KeyChunks(
              comparer.pair().source(),
              key,
              new ChunkSize(ONE_CHUNK, scope.largestChunk()),
              last.tally().sourceRows(),
              last.next(),
              scope.sampleEvery());
    }
    return rows;
  }

  /** A part to compare, and where its result goes. */
  private record Work(Chunk chunk, Chunks from, DonePrefix to) {}

  /**
   * Compares the next part.
   *
   * @param alive called while a server is waited for; may throw to stop
   * @return false if there is none left
   */
  boolean step(Servers servers, Runnable alive) throws SQLException {
    Optional<Work> work;
    try {
      work = begin(servers.source());
      if (work.isEmpty()) {
        return false;
      }
    } catch (SQLException e) {
      giveUp(e);
      return false;
    }
    Work mine = work.get();
    try {
      long start = System.nanoTime();
      RowTally tally = compare(servers, mine.chunk(), mine.from(), alive);
      mine.from().took(mine.chunk(), tally, Duration.ofNanos(System.nanoTime() - start));
      mine.to().done(mine.chunk().ordinal(), tally);
    } catch (TimedQuery.TooLong e) {
      tooLong(mine.from(), e);
    } catch (SQLException e) {
      giveUp(e);
    } finally {
      end();
    }
    return true;
  }

  private RowTally compare(Servers servers, Chunk chunk, Chunks from, Runnable alive)
      throws SQLException {
    try {
      return comparer.compare(servers, chunk, alive);
    } catch (TimedQuery.TooLong e) {
      List<Chunk> parts = from.divide(servers.source(), chunk);
      if (parts.isEmpty()) {
        throw e;
      }
      RowTally all = RowTally.NOTHING;
      for (Chunk part : parts) {
        all = all.plus(compare(servers, part, from, alive));
      }
      return all;
    }
  }

  private synchronized Optional<Work> begin(Connection source) throws SQLException {
    if (exhausted || trouble != null) {
      return Optional.empty();
    }
    Optional<Chunk> next = chunks.next(source);
    exhausted = next.isEmpty();
    underWay += exhausted ? 0 : 1;
    return next.map(chunk -> new Work(chunk, chunks, prefix));
  }

  private synchronized void end() {
    underWay--;
  }

  /** Slices are made thinner, and the table begins again; parts by key cannot get smaller. */
  private synchronized void tooLong(Chunks of, TimedQuery.TooLong e) {
    if (of != chunks) {
      return;
    }
    slices = chunks instanceof SliceChunks ? SliceChunks.more(slices) : 0;
    if (slices == 0) {
      trouble = e.getMessage() + ", also of a small part";
      return;
    }
    chunks = new SliceChunks(form.text(form.isApproximate()), slices, 0);
    prefix = new DonePrefix(0, RowTally.NOTHING);
    exhausted = false;
  }

  /** What is wrong with this table alone must not keep the others from being compared. */
  private synchronized void giveUp(SQLException e) throws SQLException {
    if (e instanceof TimedQuery.TooLong || SqlTrouble.isOfOneTable(e)) {
      trouble = SqlTrouble.notChecked(e);
    } else {
      throw e;
    }
  }

  TablePair pair() {
    return comparer.pair();
  }

  /** Whether parts are left that nobody works on. */
  synchronized boolean hasMore() {
    return !exhausted && trouble == null;
  }

  synchronized TablePosition position() {
    RowTally tally = prefix.tally();
    return new TablePosition(
        comparer.pair().source().toString(),
        comparer.pair().target().toString(),
        prefix.next(),
        slices,
        tally,
        (exhausted || trouble != null) && underWay == 0,
        trouble,
        chunks.method());
  }

  /** Rows of the source that are compared. */
  synchronized long doneRows() {
    return prefix.rows();
  }

  /** Rows that it has, or probably has. */
  long allRows() {
    return hasMore() ? Math.max(estimatedRows, doneRows()) : doneRows();
  }
}
