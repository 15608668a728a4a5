package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Rows by key, streamed: columns key and hash. */
final class KeyedRows implements Iterator<KeyedRow> {
  private static final int FETCH_SIZE = 5_000;

  private final ResultSet rows;
  private KeyedRow next;

  private KeyedRows(ResultSet rows) throws SQLException {
    this.rows = rows;
    next = read();
  }

  /** Makes something of streamed rows. */
  interface Stream<T> {
    T read(KeyedRows rows) throws SQLException;
  }

  /**
   * Streams what a query finds.
   *
   * @throws TimedQuery.TooLong if that takes too long
   */
  static <T> T stream(Connection connection, String sql, Stream<T> stream) throws SQLException {
    return TimedQuery.read(
        connection,
        sql,
        TimedQuery.LONGEST,
        FETCH_SIZE,
        rows -> {
          try {
            return stream.read(new KeyedRows(rows));
          } catch (StreamBroken e) {
            throw e.reason();
          }
        });
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
  private static final class StreamBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StreamBroken(SQLException cause) {
      super(cause);
    }

    SQLException reason() {
      return (SQLException) getCause();
    }
  }
}
