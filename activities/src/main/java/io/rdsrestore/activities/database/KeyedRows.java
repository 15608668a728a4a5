package io.rdsrestore.activities.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows by key, streamed: columns key and hash. */
final class KeyedRows implements Iterator<KeyedRow> {
  static final int FETCH_SIZE = 5_000;

  private final ResultSet rows;
  private KeyedRow next;

  KeyedRows(ResultSet rows) throws SQLException {
    this.rows = rows;
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
