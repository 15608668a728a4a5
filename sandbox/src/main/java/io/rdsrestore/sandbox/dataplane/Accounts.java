package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/** Accounts and grants as RDS for MySQL makes them: on whole databases, from everywhere. */
final class Accounts {
  /** What CREATE, ALTER and DROP of an account that is not there answer with. */
  private static final int NO_SUCH_GRANT = 1141;

  /** The MySQL privileges behind the values of GrantAccountPrivilege's AccountPrivilege. */
  private static final Map<String, String> PRIVILEGES =
      Map.of(
          "ReadOnly",
          "SELECT, LOCK TABLES, SHOW VIEW",
          "ReadWrite",
          "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER,"
              + " CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW,"
              + " CREATE ROUTINE, ALTER ROUTINE, EVENT, TRIGGER",
          "DDLOnly",
          "CREATE, DROP, INDEX, ALTER, CREATE TEMPORARY TABLES, LOCK TABLES, CREATE VIEW,"
              + " SHOW VIEW, CREATE ROUTINE, ALTER ROUTINE",
          "DMLOnly",
          "SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE,"
              + " SHOW VIEW, EVENT, TRIGGER");

  private Accounts() {}

  static void create(Connection connection, String name, String password) throws SQLException {
    Query.run(
        connection, "CREATE USER " + Sql.account(name) + " IDENTIFIED BY " + Sql.text(password));
  }

  static void setPassword(Connection connection, String name, String password) throws SQLException {
    boolean hasAlterUser =
        connection.getMetaData().getDatabaseMajorVersion() >= 8
            || connection.getMetaData().getDatabaseMinorVersion() >= 7;
    Query.run(
        connection,
        hasAlterUser
            ? "ALTER USER " + Sql.account(name) + " IDENTIFIED BY " + Sql.text(password)
            : "SET PASSWORD FOR " + Sql.account(name) + " = PASSWORD(" + Sql.text(password) + ")");
  }

  /** Replaces what the account may do in the database. */
  static void grant(Connection connection, String account, String database, String privilege)
      throws SQLException {
    String privileges = PRIVILEGES.get(privilege);
    if (privileges == null) {
      throw new DataPlaneException("Not a privilege of RDS: " + privilege);
    }
    String on = " ON " + Sql.grantedDatabase(database) + ".* ";
    try {
      Query.run(connection, "REVOKE ALL PRIVILEGES" + on + "FROM " + Sql.account(account));
    } catch (SQLException e) {
      if (e.getErrorCode() != NO_SUCH_GRANT) {
        throw e;
      }
    }
    Query.run(connection, "GRANT " + privileges + on + "TO " + Sql.account(account));
  }

  static void delete(Connection connection, String name) throws SQLException {
    Query.run(connection, "DROP USER " + Sql.account(name));
  }
}
