package io.rdsrestore.activities.sqlserver;

import java.sql.SQLException;
import java.util.List;

/** A session with a server. */
interface Sql extends AutoCloseable {
  /** The rows of an answer; values as texts, NULL as null. */
  List<List<String>> rows(String statement, List<String> parameters) throws SQLException;

  /** Sets something for the session. */
  void set(String statement) throws SQLException;

  /** Whether the server answers. */
  boolean isAlive() throws SQLException;

  @Override
  void close() throws SQLException;

  default List<List<String>> rows(String statement) throws SQLException {
    return rows(statement, List.of());
  }
}
