package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.secret.Credentials;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Sessions by Microsoft's driver. */
final class JdbcSessions implements Sessions {
  private final ActivitySettings settings;
  private final Logins logins;

  JdbcSessions(ActivitySettings settings, Logins logins) {
    this.settings = settings;
    this.logins = logins;
  }

  @Override
  public Sql open(DatabaseLogin login) throws SQLException {
    Credentials credentials = logins.of(login.account(), login.instanceId());
    Properties options = options(login.address());
    options.setProperty("user", credentials.userName());
    options.setProperty("password", credentials.password());
    Connection connection = DriverManager.getConnection(url(login.address()), options);
    Session session = new Session(connection);
    try {
      session.set(Statements.SESSION);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return session;
  }

  static String url(DatabaseAddress address) {
    return "jdbc:sqlserver://" + address.forUrl();
  }

  /** All but who logs in. */
  Properties options(DatabaseAddress address) {
    Properties options = new Properties();
    options.setProperty("applicationName", "rds-restore");
    options.setProperty(
        "loginTimeout", Long.toString(Math.max(1, settings.connectTimeout().toSeconds())));
    switch (settings.databaseTls().of(address.ssl())) {
      case DISABLE -> options.setProperty("encrypt", "false");
      case TRUST -> {
        options.setProperty("encrypt", "true");
        options.setProperty("trustServerCertificate", "true");
      }
      // This driver checks the host with the authority.
      case VERIFY_CA, VERIFY_FULL -> {
        options.setProperty("encrypt", "true");
        options.setProperty("trustServerCertificate", "false");
        if (settings.databaseCa() != null) {
          TrustStore store = TrustStore.of(settings.databaseCa());
          options.setProperty("trustStore", store.file().toString());
          options.setProperty("trustStoreType", TrustStore.TYPE);
          options.setProperty("trustStorePassword", store.password());
        }
      }
      case AUTO -> throw new IllegalStateException("not decided");
    }
    if (settings.bindAddress() != null) {
      options.setProperty("socketFactoryClass", BoundSockets.class.getName());
      options.setProperty("socketFactoryConstructorArg", settings.bindAddress());
    }
    return options;
  }

  private record Session(Connection connection) implements Sql {
    @Override
    public List<List<String>> rows(String statement, List<String> parameters) throws SQLException {
      try (PreparedStatement prepared = connection.prepareStatement(statement)) {
        for (int i = 0; i < parameters.size(); i++) {
          prepared.setNString(i + 1, parameters.get(i));
        }
        try (ResultSet answer = prepared.executeQuery()) {
          int columns = answer.getMetaData().getColumnCount();
          List<List<String>> rows = new ArrayList<>();
          while (answer.next()) {
            List<String> row = new ArrayList<>(columns);
            for (int column = 1; column <= columns; column++) {
              row.add(answer.getString(column));
            }
            rows.add(row);
          }
          return rows;
        }
      }
    }

    @Override
    public void set(String statement) throws SQLException {
      try (Statement plain = connection.createStatement()) {
        plain.execute(statement);
      }
    }

    @Override
    public boolean isAlive() throws SQLException {
      return connection.isValid(0);
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
