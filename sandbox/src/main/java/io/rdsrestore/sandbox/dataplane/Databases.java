package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Whether a database exists, whoever may see it. */
final class Databases {
  private Databases() {}

  /** The default character set of the database, or nothing if it does not exist. */
  static List<String> charset(Instance instance, String database) throws SQLException {
    try (Connection connection = instance.server().connect()) {
      return Query.texts(
          connection,
          "SELECT DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME="
              + Sql.text(database));
    }
  }
}
