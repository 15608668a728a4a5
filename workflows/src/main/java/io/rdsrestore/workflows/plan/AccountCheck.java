package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountFacts;
import java.util.List;
import java.util.Optional;

/** Whether the account on the primary is as it should be. The clone's is seen in the clone. */
final class AccountCheck {
  private static final String ID = "account";
  private static final String PASSWORD = "account.password";
  private static final String AVAILABLE = "Available";

  private AccountCheck() {}

  static PlanCheck of(PlanInputs inputs) {
    String instance = inputs.primary().instance().instanceId();
    return inputs.request().accounts().isManaged()
        ? managed(inputs.accountName(), instance, inputs)
        : existing(inputs.request().accounts().onTarget().userName(), instance, inputs);
  }

  /** Whether the clone will take the password: nothing tells when an account's was last changed. */
  static PlanCheck ofPassword(PlanInputs inputs) {
    return inputs.request().accounts().isManaged()
        ? PlanCheck.ok(PASSWORD, "the managed account's password is set on both ends")
        : PlanCheck.notChecked(
            PASSWORD,
            "no API tells when the password of account %s was changed: the clone takes that of the restore point"
                .formatted(inputs.request().accounts().onSource().userName()));
  }

  private static PlanCheck managed(String name, String instance, PlanInputs inputs) {
    return find(inputs.primary().accounts(), name).isPresent()
        ? PlanCheck.warning(
            ID,
            "account %s is on %s already; it carries this restore's name, so its password is set again"
                .formatted(name, instance),
            "nothing to do, unless a person uses it")
        : PlanCheck.ok(ID, "account %s is made on %s and on the clone".formatted(name, instance));
  }

  private static PlanCheck existing(String name, String instance, PlanInputs inputs) {
    Optional<AccountFacts> account = find(inputs.primary().accounts(), name);
    if (account.isEmpty()) {
      return PlanCheck.blocker(
          ID,
          "account %s is not on %s".formatted(name, instance),
          "create it with %s on the target databases and retry, or start again with accounts %s"
              .formatted(Engine.in(inputs.primary()).rights(), "{\"mode\": \"managed\"}"));
    }
    String status = account.get().status();
    if (status != null && !AVAILABLE.equalsIgnoreCase(status)) {
      return PlanCheck.warning(
          ID,
          "account %s of %s is %s".formatted(name, instance, status),
          "see that it is Available before the precheck");
    }
    return PlanCheck.ok(
        ID,
        "account %s is on %s; the clone has the accounts and passwords of the restore point"
            .formatted(name, instance));
  }

  private static Optional<AccountFacts> find(List<AccountFacts> accounts, String name) {
    return accounts.stream().filter(account -> account.name().equals(name)).findFirst();
  }
}
