package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.Listed;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Asks a server about itself. A part that the server refuses, or has no time for, does not fail the
 * rest: it is not checked, and the reason is kept.
 */
final class Catalog {
  /** The longest single answer that is waited for. */
  private static final Duration ONE_ANSWER = Duration.ofSeconds(45);

  /** After this nothing more is begun: an activity that only reads has three minutes. */
  private static final Duration ALL_ANSWERS = Duration.ofSeconds(100);

  private final Connection connection;
  private final long startedAt = System.nanoTime();

  Catalog(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setNetworkTimeout(Runnable::run, (int) ONE_ANSWER.toMillis());
  }

  /** Makes something of the row that the cursor is at. */
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** Questions that belong together. */
  interface Part<T> {
    List<T> read() throws SQLException;
  }

  <T> List<T> rows(String sql, Row<T> row, Object... parameters) throws SQLException {
    List<T> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          rows.add(row.read(found));
        }
      }
    }
    return rows;
  }

  List<String> texts(String sql, Object... parameters) throws SQLException {
    return rows(sql, row -> row.getString(1), parameters);
  }

  Optional<String> text(String sql, Object... parameters) throws SQLException {
    return texts(sql, parameters).stream().findFirst();
  }

  /** Changes something of this session. */
  void set(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What a part finds, or why it did not. */
  <T> Listed<T> listed(Part<T> part) {
    if (isLate()) {
      return Listed.notChecked("the server answers too slowly");
    }
    try {
      return Listed.of(part.read());
    } catch (SQLException e) {
      return Listed.notChecked(SqlTrouble.notChecked(e));
    }
  }

  boolean isLate() {
    return System.nanoTime() - startedAt > TimeUnit.NANOSECONDS.convert(ALL_ANSWERS);
  }
}
