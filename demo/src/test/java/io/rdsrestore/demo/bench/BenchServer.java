package io.rdsrestore.demo.bench;

import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database server that is measured.
 *
 * @param login its owner's
 * @param passwordFile holds the owner's password
 */
record BenchServer(OwnerLogin login, Path passwordFile) {

  /** With the session that comparisons have. */
  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:mariadb://%s?sslMode=disable".formatted(address()),
            login.user(),
            login.password());
    try (Statement sql = connection.createStatement()) {
      sql.execute("SET NAMES utf8mb4");
      sql.execute("SET time_zone = '+00:00'");
      sql.execute("SET sql_mode = ''");
    }
    return connection;
  }

  String address() {
    return login.host() + ":" + login.port();
  }

  void run(List<String> statements) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("refused: " + String.join("; ", statements), e);
    }
  }

  /** All columns of all rows. */
  List<List<String>> rows(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet found = sql.executeQuery(query)) {
      List<List<String>> rows = new ArrayList<>();
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int column = 1; column <= found.getMetaData().getColumnCount(); column++) {
          row.add(found.getString(column));
        }
        rows.add(row);
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("refused: " + query, e);
    }
  }
}
