package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.secret.Secrets;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.request.AccountReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Option;

/** How a command gets into databases by itself. */
public final class DatabaseReach {
  private static final String ENV = "env:";

  @Option(
      names = "--password-ref",
      required = true,
      paramLabel = "REF",
      description =
          "Where its password is: env:NAME, file:PATH or a secret store. Never a password.")
  private String passwordRef;

  @Option(
      names = {"--tls", "--database-tls"},
      paramLabel = "MODE",
      description =
          "Protection of the connections: ${COMPLETION-CANDIDATES} (default: VERIFY_FULL; DISABLE"
              + " where all servers are on loopback).")
  private DatabaseTls tls;

  @Option(
      names = {"--ca", "--database-ca"},
      paramLabel = "FILE",
      description =
          "Certificate authority of the servers, PEM (default: those that this JVM trusts). RDS"
              + " offers its own for download.")
  private Path ca;

  @Option(
      names = "--engine",
      paramLabel = "ENGINE",
      description =
          "${COMPLETION-CANDIDATES} (default: SQL_SERVER for addresses of RDS for SQL Server"
              + " (.sqlserver.rds.aliyuncs.com), else MYSQL).")
  private Engine engine;

  /** Settings for connections to these servers. */
  ActivitySettings settings(DatabaseOption... servers) {
    // No password is derived: any key will do.
    return ActivitySettings.defaults(
            new AccountKey(new byte[AccountKey.MIN_BYTES]), Secrets.onThisWorker())
        .protecting(tls != null ? tls : defaultTls(servers), ca);
  }

  private static DatabaseTls defaultTls(DatabaseOption... servers) {
    return List.of(servers).stream().allMatch(DatabaseOption::isLoopback)
        ? DatabaseTls.DISABLE
        : DatabaseTls.VERIFY_FULL;
  }

  /**
   * Refuses a variable that this command has not got before anything is asked: no worker is there
   * that might have it.
   */
  private static String checked(String reference) {
    String name = reference.startsWith(ENV) ? reference.substring(ENV.length()) : null;
    if (name != null && Objects.requireNonNullElse(System.getenv(name), "").isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "There is no environment variable %s with a password in it.".formatted(name));
    }
    return reference;
  }

  /** The login with the password that was named. */
  DatabaseLogin login(DatabaseOption database, String user) {
    return login(database, user, passwordRef);
  }

  /** Likewise, with another password if one is named. */
  DatabaseLogin login(DatabaseOption database, String user, String otherPasswordRef) {
    return new DatabaseLogin(
        database.address().text(),
        database.address(),
        AccountLogin.existing(
            new AccountReference(
                user, checked(otherPasswordRef == null ? passwordRef : otherPasswordRef))),
        engine(database));
  }

  /** Whether what is compared is of SQL Server: as was said, or as the address tells. */
  Engine engine(DatabaseOption database) {
    return engine != null ? engine : database.isSqlServer() ? Engine.SQL_SERVER : Engine.MYSQL;
  }
}
