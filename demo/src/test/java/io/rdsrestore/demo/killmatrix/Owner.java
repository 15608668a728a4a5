package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Asks the primary, with all rights and past its whitelist. */
final class Owner {
  private final OwnerLogin login;

  Owner(Sandbox sandbox) {
    login = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://%s:%d/?sslMode=disable".formatted(login.host(), login.port()),
        login.user(),
        login.password());
  }

  /** The first column of what a query finds. */
  List<String> texts(String query) {
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(query, e);
    }
  }
}
