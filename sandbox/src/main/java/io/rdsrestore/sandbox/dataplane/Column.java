package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** A column that holds values of its own: generated ones are left out. */
record Column(String name, ColumnForm form) {

  static List<Column> of(Connection connection, String database, String table) throws SQLException {
    return Query.list(
            connection,
            "SELECT COLUMN_NAME, DATA_TYPE, EXTRA FROM information_schema.COLUMNS"
                + " WHERE TABLE_SCHEMA="
                + Sql.text(database)
                + " AND TABLE_NAME="
                + Sql.text(table)
                + " ORDER BY ORDINAL_POSITION",
            row ->
                isGenerated(row.getString(3))
                    ? null
                    : new Column(row.getString(1), ColumnForm.of(row.getString(2))))
        .stream()
        .filter(column -> column != null)
        .toList();
  }

  private static boolean isGenerated(String extra) {
    String words = extra.toUpperCase(Locale.ROOT);
    return words.contains("GENERATED") && !words.contains("DEFAULT_GENERATED");
  }
}
