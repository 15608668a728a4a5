package io.rdsrestore.sandbox.dataplane;

import java.sql.SQLException;

/** Failures in the words of DTS, by the error families that its documents list. */
final class DtsMessages {
  /** The first two characters of the SQL states of broken connections. */
  private static final String CONNECTION_CLASS = "08";

  private static final int ACCESS_DENIED = 1045;
  private static final int TABLE_EXISTS = 1050;
  private static final int NO_SUCH_TABLE = 1146;

  private DtsMessages() {}

  static String connection(SQLException e) {
    return e.getErrorCode() == ACCESS_DENIED
        ? "DTS-60001 Login failed: " + e.getMessage()
        : "DTS-70211 Cannot connect to the database: " + e.getMessage();
  }

  static DataPlaneException structure(String object, SQLException e) {
    return new DataPlaneException(
        e.getErrorCode() == TABLE_EXISTS
            ? exists(object)
            : "DTS-70004 Execute sql error, creating " + object + ": " + e.getMessage(),
        e);
  }

  static String exists(String object) {
    return "DTS-1020042 Execute sql error sql: Table \"" + object + "\" already exists";
  }

  static DataPlaneException rows(Selection.Table table, SQLException e) {
    if (String.valueOf(e.getSQLState()).startsWith(CONNECTION_CLASS)) {
      return new DataPlaneException(connection(e), e);
    }
    return new DataPlaneException(
        e.getErrorCode() == NO_SUCH_TABLE
            ? "DTS-70002 " + e.getMessage()
            : "DTS-30020 Execute sql error, copying "
                + table.database()
                + "."
                + table.name()
                + ": "
                + e.getMessage(),
        e);
  }
}
