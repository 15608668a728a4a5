package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.request.AccountMode;
import io.rdsrestore.workflows.request.Accounts;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The decision {@code retry}. */
@Command(
    name = "retry",
    description = "Does again what failed, after its cause was mended.",
    footer = {
      "",
      "Examples:",
      "  rds-restore retry rm-primary01 --comment 'moved the empty table away'",
      "  rds-restore retry rm-primary01 --user dts --password-ref env:DTS_PASSWORD"
    })
public final class RetryCommand implements Callable<Integer> {
  @Mixin private DecisionOptions decision;

  @ArgGroup(exclusive = false)
  private Account account;

  @Override
  public Integer call() throws InterruptedException {
    Accounts accounts =
        account == null
            ? null
            : new Accounts(AccountMode.EXISTING, account.userName, account.passwordRef, null, null);
    decision.decide(Decision.builder(Action.RETRY).accounts(accounts));
    return 0;
  }

  /** An existing account to try again with, on both ends. */
  static final class Account {
    @Option(
        names = "--user",
        paramLabel = "NAME",
        required = true,
        description = "Try again with this existing account.")
    private String userName;

    @Option(
        names = "--password-ref",
        paramLabel = "REF",
        required = true,
        description = "Where the worker finds its password: env:NAME or file:PATH.")
    private String passwordRef;
  }
}
