package io.rdsrestore.activities.secret;

import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccountLogin;

/** Who logs in with what: derived for a managed account, looked up for an existing one. */
public final class Logins {
  private final AccountKey accountKey;
  private final SecretResolver secrets;

  public Logins(AccountKey accountKey, SecretResolver secrets) {
    this.accountKey = accountKey;
    this.secrets = secrets;
  }

  /** The login of an account on an instance. */
  public Credentials of(AccountLogin account, String instanceId) {
    if (account.existing() != null) {
      return new Credentials(
          account.existing().userName(), secrets.resolve(account.existing().passwordRef()));
    }
    return managed(account.restoreId(), instanceId);
  }

  /** The login of the managed account of a restore on an instance. */
  public Credentials managed(String restoreId, String instanceId) {
    return new Credentials(
        RestoreMark.accountName(restoreId),
        ManagedPassword.derive(accountKey, restoreId, instanceId));
  }
}
