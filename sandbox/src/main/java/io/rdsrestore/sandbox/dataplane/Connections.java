package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Opens connections whose session reads and writes UTC and UTF-8, whatever the machine's zone. */
final class Connections {
  static {
    // The driver logs every statement at DEBUG, passwords of new accounts included.
    System.setProperty("mariadb.logging.disable", "true");
  }

  private Connections() {}

  static Connection open(String host, int port, Credentials login) throws SQLException {
    return open(host, port, login, new Properties());
  }

  /** Opens a connection that comes from the local address {@code from}. */
  static Connection openFrom(String from, String host, int port, Credentials login)
      throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("localSocketAddress", from);
    return open(host, port, login, properties);
  }

  private static Connection open(String host, int port, Credentials login, Properties properties)
      throws SQLException {
    properties.setProperty("user", login.user());
    properties.setProperty("password", login.password());
    properties.setProperty("sslMode", "disable");
    // Without TLS the passwords of MySQL 8.0 need it; the server is on this machine.
    properties.setProperty("allowPublicKeyRetrieval", "true");
    properties.setProperty("connectTimeout", "10000");
    properties.setProperty("sessionVariables", "time_zone='+00:00'");
    return DriverManager.getConnection("jdbc:mariadb://" + host + ":" + port + "/", properties);
  }
}
