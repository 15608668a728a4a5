package io.rdsrestore.demo.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/** What comparing is without SQL that computes: all rows are fetched and compared here. */
final class PulledRows {
  private static final int FETCH_SIZE = 10_000;

  private PulledRows() {}

  /** The number of rows; they must be equal. */
  static long compare(BenchServers servers, BenchTable table) {
    String all = "SELECT * FROM %s ORDER BY id".formatted(table.sql());
    try (Connection one = servers.source().connect();
        Connection other = servers.target().connect();
        Statement first = streaming(one);
        Statement second = streaming(other);
        ResultSet mine = first.executeQuery(all);
        ResultSet theirs = second.executeQuery(all)) {
      return compare(mine, theirs);
    } catch (SQLException e) {
      throw new IllegalStateException("rows cannot be pulled", e);
    }
  }

  private static Statement streaming(Connection connection) throws SQLException {
    Statement statement = connection.createStatement();
    statement.setFetchSize(FETCH_SIZE);
    return statement;
  }

  private static long compare(ResultSet mine, ResultSet theirs) throws SQLException {
    int columns = mine.getMetaData().getColumnCount();
    long rows = 0;
    while (mine.next()) {
      boolean equal = theirs.next();
      for (int column = 1; equal && column <= columns; column++) {
        equal = Objects.equals(mine.getString(column), theirs.getString(column));
      }
      if (!equal) {
        throw new IllegalStateException("the rows differ at number " + rows);
      }
      rows++;
    }
    if (theirs.next()) {
      throw new IllegalStateException("there are more rows than " + rows);
    }
    return rows;
  }
}
