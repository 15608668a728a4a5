package io.rdsrestore.demo;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Who may do everything on an instance's server, past its whitelist. */
public final class Owner {
  private final OwnerLogin login;

  /** Of the primary. */
  public Owner(Sandbox sandbox) {
    this(sandbox, Sandbox.SAMPLE_PRIMARY);
  }

  private Owner(Sandbox sandbox, String instanceId) {
    login = sandbox.dataPlane().ownerLogin(instanceId);
  }

  /** Of the clone that is there. */
  public static Owner ofClone(Sandbox sandbox) {
    return new Owner(
        sandbox,
        sandbox.ledger().stream()
            .filter(entry -> entry.kind().equals("clone") && entry.releasedAt() == null)
            .findFirst()
            .orElseThrow()
            .id());
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://%s:%d/?sslMode=disable&allowPublicKeyRetrieval=true"
            .formatted(login.host(), login.port()),
        login.user(),
        login.password());
  }

  /** Runs statements on one connection. */
  public void run(String... statements) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the server refused " + String.join("; ", statements), e);
    }
  }

  /** The first column of what a query finds. */
  public List<String> texts(String query) {
    return texts(query, 1);
  }

  /** A column of what a query finds, from 1. */
  List<String> texts(String query, int column) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(column));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("the server refused " + query, e);
    }
  }
}
