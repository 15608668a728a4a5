package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.request.Accounts;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether existing accounts have the rights that DTS needs, as far as RDS knows their grants: what
 * was granted by SQL it may not.
 */
final class AccountRights {
  private static final String ID = "account.rights";
  private static final Set<String> PRIVILEGED = Set.of("Super", "Sysadmin");
  private static final Set<String> WRITES = Set.of("ReadWrite", "DBOwner");
  private static final Set<String> READS = Set.of("ReadWrite", "DBOwner", "ReadOnly", "DMLOnly");
  private static final Set<String> OWNS = Set.of("DBOwner");

  /** Words that RDS has for less than that. */
  private static final Set<String> LESS = Set.of("", "ReadOnly", "DDLOnly", "DMLOnly");

  private AccountRights() {}

  /**
   * Whether what DTS logs in as can write into a database that is yet to be made: a managed account
   * is given its rights, and a privileged one has them.
   */
  static boolean reachNewDatabases(RestoreRequest request, InstanceFacts primary) {
    Accounts accounts = request.accounts();
    return accounts.isManaged()
        || find(primary, accounts.onTarget().userName())
            .filter(account -> PRIVILEGED.contains(account.type()))
            .isPresent();
  }

  static List<PlanCheck> of(PlanInputs inputs, List<ObjectTarget> objects) {
    Accounts accounts = inputs.request().accounts();
    if (accounts.isManaged()) {
      return List.of(
          PlanCheck.ok(ID, "the managed account is given its rights on clone and primary"));
    }
    List<PlanCheck> checks = new ArrayList<>();
    for (ObjectTarget object : objects) {
      find(inputs.primary(), accounts.onTarget().userName())
          .map(account -> onTarget(account, object, inputs))
          .ifPresent(checks::add);
      checks.add(onSource(accounts.onSource().userName(), object.database(), inputs));
    }
    return checks;
  }

  private static PlanCheck onTarget(AccountFacts account, ObjectTarget object, PlanInputs inputs) {
    String instance = inputs.primary().instance().instanceId();
    if (PRIVILEGED.contains(account.type())) {
      return PlanCheck.ok(ID, "account %s is privileged on %s".formatted(account.name(), instance));
    }
    if (!object.isDecided()) {
      return PlanCheck.notChecked(
          ID,
          "rights of account %s: the target of database %s is not fixed yet"
              .formatted(account.name(), object.database()));
    }
    String target = object.targetDatabase();
    boolean exists =
        inputs.primary().databases().stream()
            .anyMatch(database -> database.name().equalsIgnoreCase(target));
    if (!exists) {
      return PlanCheck.warning(
          ID,
          "database %s is new on %s, and account %s has no rights on it by itself"
              .formatted(target, instance, account.name()),
          "have the grant ready for when the precheck asks: "
              + grant(inputs, account.name(), target));
    }
    String privilege = privilegeOn(account, target);
    if (WRITES.contains(privilege)) {
      return PlanCheck.ok(
          ID, "account %s has %s on database %s".formatted(account.name(), privilege, target));
    }
    return LESS.contains(privilege)
        ? PlanCheck.blocker(
            ID,
            "account %s has %s on database %s of %s, and DTS needs to read and write there"
                .formatted(
                    account.name(),
                    privilege.isEmpty() ? "no rights" : privilege,
                    target,
                    instance),
            "%s; then retry".formatted(grant(inputs, account.name(), target)))
        : PlanCheck.notChecked(
            ID,
            "account %s has %s on database %s, and whether that suffices SQL tells"
                .formatted(account.name(), privilege, target));
  }

  /** The clone has the rights of the restore point; those of today are the best guess. */
  private static PlanCheck onSource(String name, String database, PlanInputs inputs) {
    Optional<AccountFacts> account = find(inputs.primary(), name);
    boolean reads =
        account.isPresent()
            && (PRIVILEGED.contains(account.get().type())
                || (Engine.in(inputs.primary()).readsAsOwner() ? OWNS : READS)
                    .contains(privilegeOn(account.get(), database)));
    return reads
        ? PlanCheck.ok(
            ID,
            "account %s reads database %s today; the clone has the rights of the restore point"
                .formatted(name, database))
        : PlanCheck.notChecked(
            ID,
            "whether account %s could read database %s at the restore point, which the clone is of: today RDS lists no such right"
                .formatted(name, database));
  }

  private static Optional<AccountFacts> find(InstanceFacts primary, String name) {
    return primary.accounts().stream().filter(account -> account.name().equals(name)).findFirst();
  }

  private static String privilegeOn(AccountFacts account, String database) {
    return account.privileges().entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(database))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }

  private static String grant(PlanInputs inputs, String account, String database) {
    return "aliyun rds GrantAccountPrivilege --DBInstanceId %s --AccountName %s --DBName %s --AccountPrivilege %s"
        .formatted(
            inputs.primary().instance().instanceId(),
            account,
            database,
            Engine.in(inputs.primary()).accountPrivilege());
  }
}
