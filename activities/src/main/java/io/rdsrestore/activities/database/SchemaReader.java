package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.TableShape.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the catalogue of a server (information_schema). */
final class SchemaReader {
  // MySQL 8 says DEFAULT_GENERATED of a plain column with an expression as its default.
  private static final Pattern GENERATED =
      Pattern.compile("\\b(VIRTUAL|STORED|PERSISTENT)\\b", Pattern.CASE_INSENSITIVE);

  private final Connection connection;

  SchemaReader(Connection connection) {
    this.connection = connection;
  }

  /**
   * Whether a column is generated.
   *
   * @param extra of information_schema.columns; may be null
   */
  static boolean isGenerated(String extra) {
    return extra != null && GENERATED.matcher(extra).find();
  }

  boolean hasDatabase(String database) throws SQLException {
    return !names(
            "SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?", database)
        .isEmpty();
  }

  /** Tables of a database, without views. */
  List<String> tables(String database) throws SQLException {
    return names(
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY 1""",
        database);
  }

  /** The shape of a table; empty if there is no such table. */
  Optional<TableShape> shape(TableName table) throws SQLException {
    if (names(
            """
            SELECT table_name FROM information_schema.tables
            WHERE table_schema = ? AND table_name = ? AND table_type = 'BASE TABLE'""",
            table.database(),
            table.table())
        .isEmpty()) {
      return Optional.empty();
    }
    List<Column> columns = columns(table);
    return Optional.of(new TableShape(columns, key(table, columns)));
  }

  private List<Column> columns(TableName table) throws SQLException {
    List<Column> columns = new ArrayList<>();
    try (PreparedStatement statement =
        prepare(
            """
            SELECT column_name, data_type, extra FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? ORDER BY ordinal_position""",
            table.database(),
            table.table())) {
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String extra = rows.getString(3);
          if (!isGenerated(extra)) {
            columns.add(new Column(rows.getString(1), rows.getString(2).toLowerCase(Locale.ROOT)));
          }
        }
      }
    }
    return columns;
  }

  private List<String> key(TableName table, List<Column> columns) throws SQLException {
    Map<String, List<String>> keys = new LinkedHashMap<>();
    List<String> unusable = new ArrayList<>();
    try (PreparedStatement statement =
        prepare(
            """
            SELECT index_name, column_name, nullable, sub_part FROM information_schema.statistics
            WHERE table_schema = ? AND table_name = ? AND non_unique = 0
            ORDER BY index_name <> 'PRIMARY', index_name, seq_in_index""",
            table.database(),
            table.table())) {
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String index = rows.getString(1);
          String column = rows.getString(2);
          keys.computeIfAbsent(index, name -> new ArrayList<>()).add(column);
          boolean stored = columns.stream().anyMatch(known -> known.name().equals(column));
          if (!stored || "YES".equals(rows.getString(3)) || rows.getString(4) != null) {
            unusable.add(index);
          }
        }
      }
    }
    keys.keySet().removeAll(unusable);
    return keys.values().stream().findFirst().orElse(List.of());
  }

  private List<String> names(String sql, String... parameters) throws SQLException {
    List<String> names = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, parameters);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private PreparedStatement prepare(String sql, String... parameters) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < parameters.length; i++) {
      statement.setString(i + 1, parameters[i]);
    }
    return statement;
  }
}
