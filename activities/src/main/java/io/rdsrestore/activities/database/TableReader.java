package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Counts and fingerprints the tables of one server. */
final class TableReader {
  private final Connection connection;

  TableReader(Connection connection) {
    this.connection = connection;
  }

  /** From here on every read sees the same instant, as far as the engine of a table can. */
  void beginSnapshot() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ");
      statement.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
    }
  }

  void endSnapshot() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("ROLLBACK");
    }
  }

  long count(TableName table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ChecksumSql.count(table))) {
      row.next();
      return row.getLong(1);
    }
  }

  Fingerprint fingerprint(TableName table, RowForm form) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(ChecksumSql.sums(table, form.text(false), Where.ALL))) {
      row.next();
      return new Fingerprint(
          row.getLong(1), row.getLong(2), "%s-%s".formatted(row.getString(3), row.getString(4)));
    }
  }
}
