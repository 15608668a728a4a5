package io.rdsrestore.activities.database;

import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.secret.Credentials;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Opens connections to the servers, with the session that comparisons need. */
final class DatabaseConnector {
  private final ActivitySettings settings;
  private final Logins logins;

  DatabaseConnector(ActivitySettings settings, Logins logins) {
    this.settings = settings;
    this.logins = logins;
  }

  /** With logins of its own, where no activities share them. */
  static DatabaseConnector of(ActivitySettings settings) {
    return new DatabaseConnector(settings, new Logins(settings.accountKey(), settings.secrets()));
  }

  /**
   * A connection that reads.
   *
   * @param login with an address
   */
  Connection connect(DatabaseLogin login) throws SQLException {
    DatabaseAddress address = login.address();
    Credentials credentials = logins.of(login.account(), login.instanceId());
    Properties options = new Properties();
    options.setProperty("user", credentials.userName());
    options.setProperty("password", credentials.password());
    options.setProperty("sslMode", settings.databaseTls().sslMode(address.ssl()));
    // Where there is no TLS, MySQL 8.0's caching_sha2_password needs it. With TLS it is not used.
    options.setProperty("allowPublicKeyRetrieval", "true");
    options.setProperty("serverSslCert", TrustedAuthorities.of(settings.databaseCa()));
    options.setProperty("connectTimeout", Long.toString(settings.connectTimeout().toMillis()));
    options.setProperty("tcpKeepAlive", "true");
    if (settings.bindAddress() != null) {
      options.setProperty("localSocketAddress", settings.bindAddress());
    }
    Connection connection =
        DriverManager.getConnection("jdbc:mariadb://" + address.forUrl() + "/", options);
    try (Statement statement = connection.createStatement()) {
      for (String setting : ChecksumSql.SESSION) {
        statement.execute(setting);
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return connection;
  }
}
