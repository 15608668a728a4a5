package io.rdsrestore.activities.database;

import io.rdsrestore.activities.NoAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.LoginFacts;
import io.rdsrestore.workflows.activity.LoginOutcome;
import java.sql.Connection;
import java.sql.SQLException;

/** Tries a login, and says how it went. */
final class LoginReader {
  private final DatabaseConnector connector;

  LoginReader(DatabaseConnector connector) {
    this.connector = connector;
  }

  LoginFacts read(DatabaseLogin login) {
    if (login.address() == null) {
      return new LoginFacts(LoginOutcome.NOT_REACHED, NoAddress.WHY);
    }
    try (Connection connection = connector.connect(login)) {
      return connection.isValid(0)
          ? new LoginFacts(LoginOutcome.OK, null)
          : new LoginFacts(LoginOutcome.NOT_REACHED, "the connection was cut at once");
    } catch (SQLException e) {
      return new LoginFacts(SqlTrouble.loginOutcome(e), SqlTrouble.unreachable(e));
    }
  }
}
