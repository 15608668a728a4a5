package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes the sample history to a server, so that the binary log says what the history says: each
 * transaction committed in its own second of the past.
 */
final class SampleWriter {
  private static final int ROWS_A_STATEMENT = 500;
  private final SampleHistory history;

  SampleWriter(SampleHistory history) {
    this.history = history;
  }

  /** Creates the database, its tables, a view and a trigger in the first second. */
  void createSchema(Connection connection) throws SQLException {
    setClock(connection, 0);
    Query.run(
        connection,
        "CREATE DATABASE " + Sql.name(SampleHistory.DATABASE) + " DEFAULT CHARACTER SET utf8mb4",
        "USE " + Sql.name(SampleHistory.DATABASE));
    for (SampleTable table : SampleTable.values()) {
      Query.run(connection, table.createStatement(history.columns()));
    }
    Query.run(
        connection,
        """
        CREATE VIEW open_orders AS
        SELECT o.id, c.name AS customer, o.status, o.total
        FROM orders o JOIN customers c ON c.id = o.customer_id
        WHERE o.status IN ('new', 'paid')
        """,
        """
        CREATE TRIGGER orders_audit AFTER UPDATE ON orders FOR EACH ROW
        BEGIN
          IF OLD.status <> NEW.status THEN
            INSERT INTO audit_log (logged_at, order_id, old_status, new_status)
            VALUES (NOW(), NEW.id, OLD.status, NEW.status);
          END IF;
        END
        """);
  }

  /** Writes the transactions of the seconds from {@code first} to {@code last}. */
  void write(Connection connection, int first, int last) throws SQLException {
    Query.run(connection, "USE " + Sql.name(SampleHistory.DATABASE));
    connection.setAutoCommit(false);
    for (SampleTransaction transaction : history.transactions()) {
      if (transaction.second() >= first && transaction.second() <= last) {
        setClock(connection, transaction.second());
        for (SampleChange change : transaction.changes()) {
          execute(connection, change);
        }
        connection.commit();
      }
    }
    connection.setAutoCommit(true);
  }

  /** What the session takes for now, and so the second that the binary log records. */
  private void setClock(Connection connection, int second) throws SQLException {
    Query.run(connection, "SET timestamp=" + history.begin().plusSeconds(second).getEpochSecond());
  }

  private static void execute(Connection connection, SampleChange change) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements(change)) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> statements(SampleChange change) {
    SampleTable table = change.table();
    List<String> result = new ArrayList<>();
    if (change instanceof SampleChange.Insert insert && !insert.byTrigger()) {
      for (int from = 0; from < insert.rows().size(); from += ROWS_A_STATEMENT) {
        int to = Math.min(from + ROWS_A_STATEMENT, insert.rows().size());
        result.add(
            insert.rows().subList(from, to).stream()
                .map(row -> tuple(table, row))
                .collect(
                    Collectors.joining(",", "INSERT INTO " + table.tableName() + " VALUES ", "")));
      }
    } else if (change instanceof SampleChange.Update update) {
      result.add(
          "UPDATE "
              + table.tableName()
              + " SET "
              + update.values().entrySet().stream()
                  .map(set -> set.getKey() + "=" + literal(table, set.getKey(), set.getValue()))
                  .collect(Collectors.joining(", "))
              + where(table.columns().get(0), update.keys()));
    } else if (change instanceof SampleChange.Delete delete) {
      result.add("DELETE FROM " + table.tableName() + where(delete.column(), delete.values()));
    }
    return result;
  }

  private static String where(String column, List<String> values) {
    return " WHERE " + column + " IN (" + Sql.texts(values) + ")";
  }

  private static String tuple(SampleTable table, String[] row) {
    List<String> columns = table.columns();
    List<String> literals = new ArrayList<>();
    for (int i = 0; i < row.length; i++) {
      literals.add(literal(table, columns.get(i), row[i]));
    }
    return "(" + String.join(",", literals) + ")";
  }

  private static String literal(SampleTable table, String column, String value) {
    if (value == null) {
      return "NULL";
    }
    if (table.isBare(column)) {
      return value;
    }
    return table.isBinary(column) ? "X'" + value + "'" : Sql.text(value);
  }
}
