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

/** Asks an instance, with all rights and past its whitelist. */
final class Owner {
  private final OwnerLogin login;

  /** Of the primary. */
  Owner(Sandbox sandbox) {
    this(sandbox, Sandbox.SAMPLE_PRIMARY);
  }

  Owner(Sandbox sandbox, String instanceId) {
    login = sandbox.dataPlane().ownerLogin(instanceId);
  }

  /** Of the clone that is there. */
  static Owner ofClone(Sandbox sandbox) {
    return new Owner(
        sandbox,
        sandbox.ledger().stream()
            .filter(entry -> entry.kind().equals("clone") && entry.releasedAt() == null)
            .findFirst()
            .orElseThrow()
            .id());
  }

  void run(String sql) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
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
