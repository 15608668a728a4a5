package io.rdsrestore.activities.database;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/** Which tables have a primary or unique key on columns that are never NULL. */
final class KeyedTables {
  private KeyedTables() {}

  /** One column of a unique key. */
  private record KeyColumn(String table, String index, boolean nullable) {}

  static Set<String> of(Catalog catalog, TableScope scope) throws SQLException {
    Set<String> nullable = new HashSet<>();
    Set<KeyColumn> columns =
        new HashSet<>(
            scope.ask(
                catalog,
                """
                SELECT table_name, index_name, nullable FROM information_schema.statistics
                WHERE non_unique = 0 AND table_schema = ?""",
                "table_name",
                row ->
                    new KeyColumn(
                        row.getString(1), row.getString(2), "YES".equals(row.getString(3))),
                KeyColumn::table));
    columns.stream().filter(KeyColumn::nullable).map(KeyedTables::key).forEach(nullable::add);
    Set<String> keyed = new HashSet<>();
    for (KeyColumn column : columns) {
      if (!nullable.contains(key(column))) {
        keyed.add(column.table());
      }
    }
    return keyed;
  }

  private static String key(KeyColumn column) {
    return column.table() + '\0' + column.index();
  }
}
