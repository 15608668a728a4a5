package io.rdsrestore.activities.database;

import io.rdsrestore.activities.ActivityHarness;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.DatabaseProgram;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.dataplane.RealMySql;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseAddress;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.request.AccountReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The server that comparisons are tried on: MariaDB, or the one that {@code
 * -Drds-restore.verify.server=HOST:PORT}, {@code -Drds-restore.verify.user} and {@code
 * -Drds-restore.verify.passwordFile} name, whose account may do everything.
 */
final class ServerOfTest implements AutoCloseable {
  private static final String SERVER = "rds-restore.verify.server";
  private static final String USER = "rds-restore.verify.user";
  private static final String PASSWORD_FILE = "rds-restore.verify.passwordFile";

  private final Sandbox sandbox;
  private final String host;
  private final int port;
  private final String user;
  private final Path passwordFile;

  ServerOfTest(Path work) throws Exception {
    this(work, null);
  }

  /**
   * @param series of a real MySQL that is found on this machine, {@code 5.6}; null: MariaDB, or
   *     what is named
   */
  ServerOfTest(Path work, String series) throws Exception {
    String given = series == null ? System.getProperty(SERVER) : null;
    if (given == null) {
      sandbox =
          Sandbox.builder()
              .dataPlane(
                  MariaDbDataPlane.create(
                      Files.createDirectory(work.resolve("data")),
                      series == null
                          ? DatabaseProgram.mariaDb()
                          : RealMySql.find(series).orElseThrow()))
              .timings(SandboxTimings.instant())
              .build()
              .start();
      OwnerLogin owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
      host = owner.host();
      port = owner.port();
      user = owner.user();
      passwordFile = Files.writeString(work.resolve("password"), owner.password());
    } else {
      sandbox = null;
      int colon = given.lastIndexOf(':');
      host = given.substring(0, colon);
      port = Integer.parseInt(given.substring(colon + 1));
      user = System.getProperty(USER, "root");
      passwordFile = Path.of(System.getProperty(PASSWORD_FILE));
    }
  }

  DatabaseLogin login() {
    return new DatabaseLogin(
        "rm-tested",
        DatabaseAddress.of(host, port),
        AccountLogin.existing(new AccountReference(user, "file:" + passwordFile)));
  }

  ActivitySettings settings() {
    return ActivityHarness.settings("http://127.0.0.1:1");
  }

  DatabaseConnector connector() {
    return DatabaseConnector.of(settings());
  }

  Connection connect() throws Exception {
    return connect(user, Files.readString(passwordFile).strip());
  }

  Connection connect(String account, String password) throws SQLException {
    return DriverManager.getConnection(
        "jdbc:mariadb://%s:%d/?sslMode=disable&allowPublicKeyRetrieval=true&allowMultiQueries=false"
            .formatted(host, port),
        account,
        password);
  }

  /** The first column of what a query finds. */
  List<String> texts(String query) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection connection = connect();
        Statement sql = connection.createStatement();
        ResultSet rows = sql.executeQuery(query)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  /** Databases are not there any more. */
  void drop(String... databases) throws Exception {
    for (String database : databases) {
      run(database, "DROP DATABASE " + database);
    }
  }

  /** Runs statements in a database; made anew if it is not there. */
  void run(String database, String... statements) throws Exception {
    try (Connection connection = connect();
        Statement sql = connection.createStatement()) {
      sql.execute("SET NAMES utf8mb4");
      sql.execute("SET sql_mode = '', time_zone = '+00:00'");
      sql.execute("CREATE DATABASE IF NOT EXISTS " + database + " CHARACTER SET utf8");
      sql.execute("USE " + database);
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }

  /** Whether the server takes them, as only newer ones do. */
  boolean takes(String... statements) throws Exception {
    try {
      run("features", statements);
      return true;
    } catch (SQLException e) {
      return false;
    } finally {
      run("features", "DROP DATABASE features");
    }
  }

  @Override
  public void close() {
    if (sandbox != null) {
      sandbox.close();
    }
  }
}
