package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.Accounts;

/** When accounts that a decision brings can be used. */
final class AccountsRule {
  static final String RULE =
      "mode is \"managed\", or \"existing\" with userName and passwordRef (env:NAME or file:PATH) for"
          + " both ends";

  private AccountsRule() {}

  static boolean isUsable(Accounts accounts) {
    return accounts.mode() != null
        && (accounts.isManaged()
            || (isUsable(accounts.onSource()) && isUsable(accounts.onTarget())));
  }

  private static boolean isUsable(AccountReference account) {
    return account.userName() != null
        && !account.userName().isBlank()
        && account.passwordRef() != null
        && (account.passwordRef().startsWith("env:") || account.passwordRef().startsWith("file:"));
  }
}
