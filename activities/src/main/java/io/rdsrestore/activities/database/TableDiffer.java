package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.TableDiff.Verdict;
import io.rdsrestore.workflows.request.VerifyMode;
import io.rdsrestore.workflows.verify.Checksum;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.RowTally;
import io.rdsrestore.workflows.verify.TablePosition;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the rows of one table that differ from those of another. */
final class TableDiffer {
  private static final String NO_KEY =
      "No primary or unique key without NULL that both order alike tells rows apart: only their"
          + " numbers and whether their contents are the same can be told.";

  private final Servers servers;
  private final Servers ahead;
  private final LoadGate load;
  private final long largestChunk;
  private final DatabaseDiff.Listener listener;

  /**
   * With connections.
   *
   * @param ahead for what can be looked up while rows are compared
   */
  TableDiffer(
      Servers servers,
      Servers ahead,
      LoadGate load,
      long largestChunk,
      DatabaseDiff.Listener listener) {
    this.servers = servers;
    this.ahead = ahead;
    this.load = load;
    this.largestChunk = largestChunk;
    this.listener = listener;
  }

  /**
   * Compares two tables.
   *
   * @param restored null if it is not there
   * @param current null if it is not there
   */
  TableDiff of(TablePair pair, TableStructure restored, TableStructure current) {
    try {
      if (restored == null && current == null) {
        return TableDiff.notCompared(pair, "The table is in neither database.");
      }
      if (restored == null || current == null) {
        return oneSided(pair, restored, current);
      }
      RowForm form = common(restored, current);
      if (form.columns().isEmpty()) {
        return TableDiff.notCompared(pair, "The tables have no column in common.");
      }
      Optional<ChunkKey> key = ChunkKey.of(restored, current);
      return key.isPresent() && key.get().unique()
          ? byKey(pair, form, key.get(), restored, current)
          : byNumbers(pair, form, key.orElse(null), restored, current);
    } catch (SQLException e) {
      if (e instanceof TimedQuery.TooLong || SqlTrouble.isOfOneTable(e)) {
        return TableDiff.notCompared(
            pair, "Not compared to its end: " + SqlTrouble.notChecked(e) + ".");
      }
      throw SqlTrouble.failure("Comparing rows of " + pair.source(), e);
    }
  }

  private Runnable alive(TablePair pair) {
    return () -> listener.doing("comparing " + pair.source() + " with " + pair.target());
  }

  private TableDiff byKey(
      TablePair pair, RowForm form, ChunkKey key, TableStructure restored, TableStructure current)
      throws SQLException {
    Runnable alive = alive(pair);
    ChunkOfKeys keys = new ChunkOfKeys(pair.source().toString(), key, listener);
    ChangedColumns columns = new ChangedColumns(pair, form, key, current);
    RowComparer comparer = new RowComparer(pair, form, key, scope(), keys);
    AtomicLong unread = new AtomicLong();
    RowTally tally =
        walk(
            key,
            new PartEnds.Side(ahead.source(), pair.source(), true),
            new PartEnds.Side(ahead.target(), pair.target(), key.inTarget()),
            alive,
            chunk -> {
              keys.forget();
              RowTally part = comparer.compare(servers, chunk, alive);
              keys.tell(texts -> values(columns, texts, alive, unread));
              return part;
            });
    return diff(pair, key, tally, note(otherColumns(restored, current), unread.get()));
  }

  private RowTally walk(
      ChunkKey key, PartEnds.Side source, PartEnds.Side target, Runnable alive, KeyedDiff.Work work)
      throws SQLException {
    try (PartEnds ends = new PartEnds(key, source, target, alive)) {
      return new KeyedDiff(key, ends, largestChunk)
          .walk(
              () -> {
                alive.run();
                load.await(servers.target(), alive);
              },
              work);
    }
  }

  /** Rows have been told in part: what cannot be read in time must not begin them anew. */
  private Map<String, List<RowDifference.ColumnValues>> values(
      ChangedColumns columns, List<String> keys, Runnable alive, AtomicLong unread)
      throws SQLException {
    try {
      return columns.of(servers, keys, alive);
    } catch (TimedQuery.TooLong e) {
      unread.addAndGet(keys.size());
      return Map.of();
    }
  }

  /** Null if there is nothing to say. */
  static String note(String columns, long unread) {
    if (unread == 0) {
      return columns;
    }
    String values = "The values of %d changed rows could not be read in time.".formatted(unread);
    return columns == null ? values : columns + " " + values;
  }

  private TableDiff byNumbers(
      TablePair pair, RowForm form, ChunkKey key, TableStructure restored, TableStructure current)
      throws SQLException {
    Runnable alive = alive(pair);
    RowComparer comparer = new RowComparer(pair, form, key, scope(), KeyMerge.Keys.IGNORED);
    TablePosition start = TablePosition.start(pair.source().toString(), pair.target().toString());
    TableRows rows = TableRows.of(comparer, form, key, restored.estimatedRows(), start, scope());
    boolean more = true;
    while (more) {
      alive.run();
      load.await(servers.target(), alive);
      more = rows.step(servers, alive) || rows.hasMore();
    }
    TablePosition end = rows.position();
    if (end.trouble() != null) {
      return TableDiff.notCompared(pair, "Not compared to its end: " + end.trouble() + ".");
    }
    RowTally tally = end.tally();
    String columns = otherColumns(restored, current);
    return new TableDiff(
        pair.source().toString(),
        pair.target().toString(),
        tally.differentChunks() == 0 && columns == null ? Verdict.EQUAL : Verdict.DIFFERENT,
        tally.sourceRows(),
        tally.targetRows(),
        null,
        null,
        null,
        List.of(),
        columns == null ? NO_KEY : NO_KEY + " " + columns);
  }

  private TableDiff oneSided(TablePair pair, TableStructure restored, TableStructure current)
      throws SQLException {
    boolean isRestored = restored != null;
    TableStructure there = isRestored ? restored : current;
    TableName name = isRestored ? pair.source() : pair.target();
    Connection connection = isRestored ? servers.source() : servers.target();
    String note =
        isRestored
            ? "%s is not there: all rows are only in the restored table.".formatted(pair.target())
            : "%s is not there: all rows are only in the current table.".formatted(pair.source());
    ChunkKey key = ChunkKey.of(there, there).filter(ChunkKey::unique).orElse(null);
    long rows = key == null ? count(connection, name) : tellAll(pair, there, key, isRestored);
    return new TableDiff(
        pair.source().toString(),
        pair.target().toString(),
        Verdict.DIFFERENT,
        isRestored ? rows : 0,
        isRestored ? 0 : rows,
        isRestored ? rows : 0,
        isRestored ? 0 : rows,
        0L,
        key == null ? List.of() : columns(key),
        key == null ? note + " It has no key by which rows could be told." : note);
  }

  private static long count(Connection connection, TableName name) throws SQLException {
    return TimedQuery.first(connection, ChecksumSql.count(name), row -> row.getLong(1))
        .orElseThrow();
  }

  private long tellAll(TablePair pair, TableStructure there, ChunkKey key, boolean isRestored)
      throws SQLException {
    TableName table = isRestored ? pair.source() : pair.target();
    PartEnds.Side side =
        new PartEnds.Side(isRestored ? ahead.source() : ahead.target(), table, true);
    Connection connection = isRestored ? servers.source() : servers.target();
    String keyText = key.text(RowForm.of(there, there));
    ChunkOfKeys keys = new ChunkOfKeys(pair.source().toString(), key, listener);
    RowTally tally =
        walk(
            key,
            isRestored ? side : null,
            isRestored ? null : side,
            alive(pair),
            chunk -> {
              keys.forget();
              KeyMerge merge =
                  merge(
                      connection,
                      ChecksumSql.rowsByKey(table, keyText, "''", chunk.where()),
                      isRestored,
                      keys);
              keys.tell(texts -> Map.of());
              return rows(merge);
            });
    return tally.sourceRows() + tally.targetRows();
  }

  private static KeyMerge merge(
      Connection connection, String sql, boolean isRestored, KeyMerge.Keys keys)
      throws SQLException {
    return KeyedRows.stream(
        connection,
        sql,
        rows ->
            isRestored
                ? KeyMerge.of(rows, Collections.emptyIterator(), keys)
                : KeyMerge.of(Collections.emptyIterator(), rows, keys));
  }

  private static RowTally rows(KeyMerge merge) {
    return new RowTally(
        merge.missing(),
        merge.more(),
        0,
        Checksum.NONE,
        Checksum.NONE,
        1,
        1,
        merge.missing(),
        merge.kept(),
        merge.more(),
        0,
        false,
        false);
  }

  private static TableDiff diff(TablePair pair, ChunkKey key, RowTally tally, String note) {
    boolean equal = tally.differentChunks() == 0 && note == null;
    return new TableDiff(
        pair.source().toString(),
        pair.target().toString(),
        equal ? Verdict.EQUAL : Verdict.DIFFERENT,
        tally.sourceRows(),
        tally.targetRows(),
        tally.missing(),
        tally.more(),
        tally.changed(),
        columns(key),
        note);
  }

  private static List<String> columns(ChunkKey key) {
    return key.parts().stream().map(ChunkKey.Part::column).toList();
  }

  /** Columns of both, by name: their order counts for nothing. */
  private static RowForm common(TableStructure restored, TableStructure current) {
    return new RowForm(
        RowForm.of(restored, current).columns().stream()
            .filter(column -> stored(current, column.structure().name()))
            .toList());
  }

  private static boolean stored(TableStructure table, String column) {
    return table
        .column(column)
        .map(ColumnStructure::extra)
        .filter(extra -> !StructureReader.isGenerated(extra))
        .isPresent();
  }

  /** Null if both have the same. */
  private static String otherColumns(TableStructure restored, TableStructure current) {
    List<String> missing = lacking(restored, current);
    List<String> more = lacking(current, restored);
    if (missing.isEmpty() && more.isEmpty()) {
      return null;
    }
    return "Only columns of both were compared."
        + (missing.isEmpty() ? "" : " Only restored: " + String.join(", ", missing) + ".")
        + (more.isEmpty() ? "" : " Only current: " + String.join(", ", more) + ".");
  }

  private static List<String> lacking(TableStructure one, TableStructure other) {
    return one.columns().stream()
        .filter(column -> !StructureReader.isGenerated(column.extra()))
        .map(ColumnStructure::name)
        .filter(name -> !stored(other, name))
        .toList();
  }

  private VerificationScope scope() {
    return new VerificationScope(
        List.of(),
        VerifyMode.CHECKSUM,
        false,
        false,
        false,
        1,
        0,
        1,
        largestChunk,
        // What differs is expected here, and is told as it is now.
        Duration.ZERO,
        null);
  }
}
