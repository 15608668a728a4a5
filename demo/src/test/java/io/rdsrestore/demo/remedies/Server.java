package io.rdsrestore.demo.remedies;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A database server, as its owner sees it: the one of the primary, or of its clone. */
record Server(OwnerLogin login) {

  static Server of(Sandbox sandbox, String instanceId) {
    return new Server(sandbox.dataPlane().ownerLogin(instanceId));
  }

  void run(String... statements) {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:mariadb://%s:%d/?sslMode=disable".formatted(login.host(), login.port()),
                login.user(),
                login.password());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("refused: " + String.join("; ", statements), e);
    }
  }
}
