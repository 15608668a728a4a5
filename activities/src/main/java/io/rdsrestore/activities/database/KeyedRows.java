package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The rows of a table by key, streamed. */
final class KeyedRows implements Iterator<KeyedRow>, AutoCloseable {
  private static final int FETCH_SIZE = 5_000;

  private final Statement statement;
  private final ResultSet rows;
  private KeyedRow next;

  KeyedRows(Connection connection, TableName table, TableShape shape) throws SQLException {
    statement = connection.createStatement();
    statement.setFetchSize(FETCH_SIZE);
    rows = statement.executeQuery(ChecksumSql.rowsByKey(table, shape));
    next = read();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public KeyedRow next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    KeyedRow current = next;
    try {
      next = read();
    } catch (SQLException e) {
      throw new StreamBroken(e);
    }
    return current;
  }

  private KeyedRow read() throws SQLException {
    return rows.next() ? new KeyedRow(rows.getString(1), rows.getString(2)) : null;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }

  /** A stream that ended with an error of the server. */
  static final class StreamBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamBroken(SQLException cause) {
      super(cause);
    }

    SQLException reason() {
      return (SQLException) getCause();
    }
  }
}
