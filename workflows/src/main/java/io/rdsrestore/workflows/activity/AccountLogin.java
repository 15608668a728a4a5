package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.request.AccountReference;

/**
 * Who logs in; the password is worked out or looked up by the worker and never travels.
 *
 * @param restoreId of a managed account: its name and password follow from it and the instance
 * @param existing an existing account; null for a managed one
 */
public record AccountLogin(String restoreId, AccountReference existing) {

  public static AccountLogin managed(String restoreId) {
    return new AccountLogin(restoreId, null);
  }

  public static AccountLogin existing(AccountReference reference) {
    return new AccountLogin(null, reference);
  }
}
