package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.Servers.Answers;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.Checksum;
import io.rdsrestore.workflows.verify.RowTally;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Compares parts of one table. A part that differs is looked at again, after a pause, before it
 * counts: the two servers are not read at the same instant.
 */
final class RowComparer {
  private static final int LOOKS = 3;
  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  /** Where so many parts differ it is no instant between two reads. */
  private static final long PATIENT_WITH = 10;

  private final TablePair pair;
  private final RowForm form;
  private final ChunkKey key;
  private final VerifyMode mode;
  private final boolean keptExisting;
  private final Duration betweenLooks;
  private final KeyMerge.Keys keys;
  private final String exactText;
  private final String roundedText;
  private final AtomicLong different = new AtomicLong();
  private volatile boolean roundedFirst;

  /**
   * Of one table.
   *
   * @param key null if it has none
   * @param scope how it is compared
   * @param keys told of the keys of rows that differ
   */
  RowComparer(
      TablePair pair, RowForm form, ChunkKey key, VerificationScope scope, KeyMerge.Keys keys) {
    this.pair = pair;
    this.form = form;
    this.key = key;
    mode = scope.mode();
    keptExisting = scope.keptExisting();
    betweenLooks = scope.betweenLooks();
    this.keys = keys;
    exactText = form.text(false);
    roundedText = form.text(true);
  }

  TablePair pair() {
    return pair;
  }

  /** Fingerprint of some rows. */
  private record Sums(long rows, long hashed, Checksum checksum) {
    static Sums of(ResultSet row) throws SQLException {
      return new Sums(
          row.getLong(1), row.getLong(2), new Checksum(integer(row, 3), integer(row, 4)));
    }

    private static BigInteger integer(ResultSet row, int column) throws SQLException {
      BigDecimal sum = row.getBigDecimal(column);
      return sum == null ? BigInteger.ZERO : sum.toBigInteger();
    }
  }

  /**
   * Compares a part.
   *
   * @param alive called while a server is waited for; may throw to stop
   * @throws TimedQuery.TooLong if it has to be divided
   */
  RowTally compare(Servers servers, Chunk chunk, Runnable alive) throws SQLException {
    boolean hashes = mode == VerifyMode.CHECKSUM && chunk.compared();
    Look look = look(servers, chunk, hashes, alive);
    boolean moved = false;
    for (int looks = 1;
        !look.isEqual() && looks < LOOKS && different.get() < PATIENT_WITH;
        looks++) {
      pause(alive);
      Look again = look(servers, chunk, hashes, alive);
      moved |= !again.target().equals(look.target());
      look = again;
    }
    RowTally tally = look.tally(hashes, moved);
    if (!look.isEqual()) {
      different.incrementAndGet();
      tally = tally.plus(keys(servers, chunk, look, alive));
    }
    return tally;
  }

  /** What was seen at one instant. */
  private record Look(Sums source, Sums target, boolean rounded, KeyMerge merge, boolean accepted) {
    boolean isEqual() {
      return accepted || source.equals(target);
    }

    RowTally tally(boolean hashes, boolean moved) {
      long unhashed = source.rows() - source.hashed() + target.rows() - target.hashed();
      // Rows that were kept (keepExisting) count here: of others keys() tells.
      long kept = accepted ? merge.kept() : 0;
      long more = accepted ? merge.more() : 0;
      return new RowTally(
          source.rows(),
          target.rows(),
          hashes ? source.rows() : 0,
          source.checksum(),
          target.checksum(),
          1,
          isEqual() ? 0 : 1,
          0,
          kept,
          more,
          unhashed,
          rounded,
          moved);
    }
  }

  private Look look(Servers servers, Chunk chunk, boolean hashes, Runnable alive)
      throws SQLException {
    Answers<Sums, Sums> both = sums(servers, chunk, hashes, roundedFirst, alive);
    boolean rounded = roundedFirst;
    if (hashes && form.isApproximate() && !both.source().equals(both.target())) {
      Answers<Sums, Sums> other = sums(servers, chunk, true, !roundedFirst, alive);
      if (other.source().equals(other.target())) {
        rounded = !roundedFirst;
        roundedFirst = rounded;
        both = other;
      }
    }
    boolean equal = both.source().equals(both.target());
    if (equal || !keptExisting || !hashes) {
      // Numbers alone: more rows may be those that were kept.
      boolean enough =
          !equal && keptExisting && !hashes && both.target().rows() >= both.source().rows();
      return new Look(
          both.source(),
          both.target(),
          equal && rounded,
          enough ? new KeyMerge(0, 0, both.target().rows() - both.source().rows()) : null,
          enough);
    }
    KeyMerge merge =
        key != null && key.unique() ? merge(servers, chunk, KeyMerge.Keys.IGNORED, alive) : null;
    return new Look(
        both.source(), both.target(), false, merge, merge != null && merge.missing() == 0);
  }

  /** How DTS rounds is only of the source: it writes what it has read. */
  private Answers<Sums, Sums> sums(
      Servers servers, Chunk chunk, boolean hashes, boolean rounded, Runnable alive)
      throws SQLException {
    String ofSource =
        hashes
            ? sums(pair.source(), rounded ? roundedText : exactText, chunk.where())
            : ChecksumSql.counts(pair.source(), chunk.where());
    Where inTarget = inTarget(chunk.where());
    String ofTarget =
        hashes
            ? sums(pair.target(), exactText, inTarget)
            : ChecksumSql.counts(pair.target(), inTarget);
    return servers.ask(
        source -> TimedQuery.first(source, ofSource, Sums::of).orElseThrow(),
        target -> TimedQuery.first(target, ofTarget, Sums::of).orElseThrow(),
        alive);
  }

  /** A table that no key cuts is read at once, however large it is. */
  private String sums(TableName table, String rowText, Where where) {
    return key == null
        ? ChecksumSql.sums(table, rowText, where)
        : ChecksumSql.sumsOfPart(table, rowText, where);
  }

  private Where inTarget(Where where) {
    return key == null || key.inTarget() ? where : where.byAnyIndex();
  }

  /** Of which keys the rows differ; nothing where none tells rows apart. */
  private RowTally keys(Servers servers, Chunk chunk, Look look, Runnable alive)
      throws SQLException {
    if (look.merge() != null && keys == KeyMerge.Keys.IGNORED) {
      return tally(look.merge());
    }
    if (key == null || !key.unique() || mode != VerifyMode.CHECKSUM || !chunk.compared()) {
      return RowTally.NOTHING;
    }
    return tally(merge(servers, chunk, keys, alive));
  }

  private static RowTally tally(KeyMerge merge) {
    return new RowTally(
        0,
        0,
        0,
        Checksum.NONE,
        Checksum.NONE,
        0,
        0,
        merge.missing(),
        merge.kept(),
        merge.more(),
        0,
        false,
        false);
  }

  private KeyMerge merge(Servers servers, Chunk chunk, KeyMerge.Keys told, Runnable alive)
      throws SQLException {
    String keyText = key.text(form);
    String ofSource = ChecksumSql.rowsByKey(pair.source(), keyText, exactText, chunk.where());
    String ofTarget =
        ChecksumSql.rowsByKey(pair.target(), keyText, exactText, inTarget(chunk.where()));
    return servers
        .ask(
            source ->
                KeyedRows.stream(
                    source,
                    ofSource,
                    mine ->
                        KeyedRows.stream(
                            servers.target(), ofTarget, theirs -> KeyMerge.of(mine, theirs, told))),
            target -> List.of(),
            alive)
        .source();
  }

  private void pause(Runnable alive) throws SQLException {
    alive.run();
    try {
      Thread.sleep(betweenLooks.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("stopped", e);
    }
    alive.run();
  }
}
