package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.DatabaseTls;
import io.rdsrestore.activities.secret.Secrets;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.request.AccountReference;
import java.nio.file.Path;
import java.util.List;

/** How a command gets into databases by itself. */
final class DatabaseReach {
  private DatabaseReach() {}

  /**
   * Settings for connections.
   *
   * @param tls null for the default
   * @param ca null for the authorities that this JVM trusts
   * @param loopback whether all servers are on this machine
   */
  static ActivitySettings settings(DatabaseTls tls, Path ca, boolean loopback) {
    // No password is derived: any key will do.
    ActivitySettings defaults =
        ActivitySettings.defaults(
            new AccountKey(new byte[AccountKey.MIN_BYTES]), Secrets.onThisWorker());
    return new ActivitySettings(
        null,
        defaults.dtsNetwork(),
        List.of(),
        defaults.endpointKind(),
        null,
        tls != null ? tls : loopback ? DatabaseTls.DISABLE : DatabaseTls.VERIFY_FULL,
        defaults.connectTimeout(),
        defaults.accountKey(),
        defaults.secrets(),
        defaults.pacing(),
        defaults.confirmAfter(),
        ca);
  }

  static DatabaseLogin login(DatabaseOption database, String user, String passwordRef) {
    return new DatabaseLogin(
        database.address().text(),
        database.address(),
        AccountLogin.existing(new AccountReference(user, passwordRef)));
  }
}
