package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.activities.database.RowDifference.Kind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys that differ in one part of a table: they are handed on when the part is done, so that a
 * part that has to be read again tells nothing twice, and no more than a part is ever held.
 */
final class ChunkOfKeys implements KeyMerge.Keys {
  private final String table;
  private final ChunkKey key;
  private final DatabaseDiff.Listener listener;
  private final List<Found> found = new ArrayList<>();

  ChunkOfKeys(String table, ChunkKey key, DatabaseDiff.Listener listener) {
    this.table = table;
    this.key = key;
    this.listener = listener;
  }

  private record Found(Kind kind, String key) {}

  /** Reads the columns of rows that both have. */
  interface Columns {
    Map<String, List<ColumnValues>> of(List<String> keys) throws SQLException;
  }

  @Override
  public void found(Kind kind, String text) {
    found.add(new Found(kind, text));
  }

  /** Forgets a part that has to be read again. */
  void forget() {
    found.clear();
  }

  /** Hands on and forgets. */
  void tell(Columns columns) throws SQLException {
    for (int from = 0; from < found.size(); from += ChangedColumns.AT_ONCE) {
      List<Found> some = found.subList(from, Math.min(found.size(), from + ChangedColumns.AT_ONCE));
      List<String> changed =
          some.stream().filter(one -> one.kind() == Kind.CHANGED).map(Found::key).toList();
      Map<String, List<ColumnValues>> values =
          !changed.isEmpty() && listener.wantsValues(table) ? columns.of(changed) : Map.of();
      for (Found one : some) {
        listener.row(
            new RowDifference(
                table,
                one.kind(),
                KeyForPeople.of(key, ChunkKey.valuesOf(one.key())),
                values.getOrDefault(one.key(), List.of())));
      }
    }
    found.clear();
  }
}
