package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.AccountMode;
import io.rdsrestore.workflows.request.AccountReference;
import io.rdsrestore.workflows.request.Accounts;
import java.util.regex.Pattern;

/** When accounts that a decision brings can be used. */
final class AccountsRule {
  static final String RULE =
      "mode is \"existing\", with userName and passwordRef (env:NAME, file:PATH or scheme://place) for both ends;"
          + " managed accounts are made at the start only";

  private static final Pattern REFERENCE =
      Pattern.compile("env:|file:|[a-z][a-z0-9-]{1,30}://[^\\s\\p{Cntrl}]");

  private AccountsRule() {}

  static boolean isUsable(Accounts accounts) {
    return accounts.mode() == AccountMode.EXISTING
        && isUsable(accounts.onSource())
        && isUsable(accounts.onTarget());
  }

  private static boolean isUsable(AccountReference account) {
    return account.userName() != null
        && !account.userName().isBlank()
        && account.passwordRef() != null
        && REFERENCE.matcher(account.passwordRef()).lookingAt();
  }
}
