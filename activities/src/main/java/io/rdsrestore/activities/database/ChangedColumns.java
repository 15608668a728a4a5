package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads which columns of some rows differ, and their values. */
final class ChangedColumns {
  /** Rows that are read at once: values may be long. */
  static final int AT_ONCE = 20;

  private final TablePair pair;
  private final RowForm form;
  private final ChunkKey key;
  private final TableStructure target;

  ChangedColumns(TablePair pair, RowForm form, ChunkKey key, TableStructure target) {
    this.pair = pair;
    this.form = form;
    this.key = key;
    this.target = target;
  }

  /** A column's value: which it is, and how it reads. */
  private record Value(String exact, String shown) {}

  /**
   * Of some rows, at most {@value #AT_ONCE}, by the text of their keys; rows that one side no
   * longer has are left out.
   */
  Map<String, List<ColumnValues>> of(Servers servers, List<String> keys, Runnable alive)
      throws SQLException {
    List<List<String>> values = keys.stream().map(ChunkKey::valuesOf).toList();
    String ofSource = sql(pair.source(), values, true, null);
    String ofTarget = sql(pair.target(), values, key.inTarget(), target);
    Servers.Answers<Map<String, List<Value>>, Map<String, List<Value>>> both =
        servers.ask(source -> read(source, ofSource), current -> read(current, ofTarget), alive);
    Map<String, List<ColumnValues>> different = new HashMap<>();
    both.source()
        .forEach(
            (text, mine) -> {
              List<Value> theirs = both.target().get(text);
              if (theirs != null) {
                different.put(text, different(mine, theirs));
              }
            });
    return different;
  }

  private List<ColumnValues> different(List<Value> mine, List<Value> theirs) {
    List<ColumnValues> different = new ArrayList<>();
    for (int i = 0; i < mine.size(); i++) {
      if (!Objects.equals(mine.get(i).exact(), theirs.get(i).exact())) {
        different.add(
            new ColumnValues(
                form.columns().get(i).structure().name(),
                mine.get(i).shown(),
                theirs.get(i).shown()));
      }
    }
    return List.copyOf(different);
  }

  private String sql(
      TableName table, List<List<String>> keys, boolean hasIndex, TableStructure other) {
    return "SELECT SQL_NO_CACHE %s, %s FROM %s"
        .formatted(
            key.text(form),
            form.columns().stream()
                .map(
                    column ->
                        ValueSql.of(column.structure(), column.sameType(), false)
                            + ", "
                            + ShownSql.of(own(column.structure(), other)))
                .collect(Collectors.joining(", ")),
            key.oneOf(keys, hasIndex).of(table));
  }

  private static ColumnStructure own(ColumnStructure column, TableStructure other) {
    return other == null ? column : other.column(column.name()).orElse(column);
  }

  private Map<String, List<Value>> read(Connection connection, String sql) throws SQLException {
    return TimedQuery.read(connection, sql, TimedQuery.LONGEST, 1, this::rows);
  }

  private Map<String, List<Value>> rows(ResultSet rows) throws SQLException {
    Map<String, List<Value>> found = new HashMap<>();
    while (rows.next()) {
      List<Value> values = new ArrayList<>();
      for (int i = 0; i < form.columns().size(); i++) {
        values.add(new Value(rows.getString(2 + 2 * i), rows.getString(3 + 2 * i)));
      }
      found.put(rows.getString(1), values);
    }
    return found;
  }
}
