package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the server keeps of the session that wrote a trigger, view or routine: it runs so for ever.
 *
 * @param sqlMode empty: none
 * @param charset of the client
 * @param collation of the connection
 */
record ProgramSession(String sqlMode, String charset, String collation) {

  private static final String UTF8 = "utf8";

  /** Servers before MySQL 5.7 and MariaDB 10.2 tell nothing. */
  private static final int UNKNOWN_VARIABLE = 1193;

  /** Why a text cannot be sent again as it was, since it is sent as UTF-8; empty if it can. */
  Optional<String> garbles(String text) {
    return charset.startsWith(UTF8) || text.chars().allMatch(each -> each < 128)
        ? Optional.empty()
        : Optional.of(
            "it is written in %s with letters beyond ASCII, which would not come through unchanged"
                .formatted(charset));
  }

  /** Runs a statement as it would have been run then; the numbers of what the server warns of. */
  Set<Integer> run(Connection connection, String sql) throws SQLException {
    Set<Integer> warnings;
    try {
      begin(connection);
      warnings = warnings(connection, sql);
    } catch (SQLException e) {
      try {
        end(connection);
      } catch (SQLException also) {
        e.addSuppressed(also);
      }
      throw e;
    }
    end(connection);
    return warnings;
  }

  private void begin(Connection connection) throws SQLException {
    if (!charset.startsWith(UTF8)) {
      tellNoCharset(connection);
    }
    Swapper.execute(
        connection,
        "SET sql_mode = '%s', character_set_client = %s, collation_connection = %s"
            .formatted(sqlMode, charset, collation));
  }

  /** The driver ends a connection of which it is told another character set. */
  private static void tellNoCharset(Connection connection) throws SQLException {
    try {
      Swapper.execute(connection, "SET session_track_system_variables = ''");
    } catch (SQLException e) {
      if (e.getErrorCode() != UNKNOWN_VARIABLE) {
        throw e;
      }
    }
  }

  private static Set<Integer> warnings(Connection connection, String sql) throws SQLException {
    Set<Integer> warnings = new TreeSet<>();
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
      for (SQLWarning each = statement.getWarnings(); each != null; each = each.getNextWarning()) {
        warnings.add(each.getErrorCode());
      }
    }
    return warnings;
  }

  private static void end(Connection connection) throws SQLException {
    Swapper.execute(connection, "SET NAMES utf8mb4");
    Swapper.execute(connection, "SET sql_mode = ''");
  }
}
