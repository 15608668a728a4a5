package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.AccountRights;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the account may do on the target databases what DTS does there. */
final class RightsCheck {
  private static final String ID = SqlCheckIds.RIGHTS;

  private RightsCheck() {}

  static List<PlanCheck> of(SqlInputs inputs) {
    AccountRights rights = inputs.facts().rights();
    if (!rights.isKnown()) {
      return List.of(PlanCheck.notChecked(ID, rights.notChecked()));
    }
    List<PlanCheck> checks = new ArrayList<>();
    Set<String> databases = new LinkedHashSet<>();
    for (ObjectTarget object : inputs.objects()) {
      String database = object.targetDatabase();
      List<String> missing = missing(inputs, object, rights);
      if (exists(inputs, database) && !missing.isEmpty() && databases.add(database)) {
        checks.add(lacking(inputs, database, missing));
      }
    }
    return checks.isEmpty()
        ? List.of(PlanCheck.ok(ID, "the account has the rights that DTS needs on the primary"))
        : checks;
  }

  /** A database that is not there yet comes with its grant. */
  private static boolean exists(SqlInputs inputs, String database) {
    return new TakenNames(inputs.primary(), inputs.facts(), null).databaseExists(database);
  }

  private static List<String> missing(SqlInputs inputs, ObjectTarget object, AccountRights rights) {
    return needed(inputs, object).stream()
        .filter(right -> !rights.has(right, object.targetDatabase()))
        .toList();
  }

  private static Set<String> needed(SqlInputs inputs, ObjectTarget object) {
    Set<String> needed = new LinkedHashSet<>();
    needed.add("SELECT");
    if (inputs.request().migratesData()) {
      needed.addAll(List.of("INSERT", "UPDATE", "DELETE"));
    }
    if (inputs.request().migratesStructure()) {
      needed.addAll(List.of("CREATE", "ALTER", "DROP", "INDEX", "REFERENCES"));
      if (object.isWhole()) {
        needed.addAll(List.of("CREATE VIEW", "CREATE ROUTINE", "TRIGGER"));
      }
    }
    return needed;
  }

  private static PlanCheck lacking(SqlInputs inputs, String database, List<String> missing) {
    String list = String.join(", ", missing);
    if (inputs.request().accounts().isManaged()) {
      return PlanCheck.warning(
          ID,
          "the temporary account lacks %s on database %s yet".formatted(list, database),
          "nothing to do: it is granted again before the DTS job is configured");
    }
    String account = inputs.request().accounts().onTarget().userName();
    if (inputs.facts().rights().tablesOf().contains(database)) {
      return PlanCheck.warning(
          ID,
          "account %s has rights on single tables of database %s, not on all of it (%s)"
              .formatted(account, database, list),
          grant(inputs.instance(), account, database, list));
    }
    return PlanCheck.blocker(
        ID,
        "account %s lacks %s on database %s of %s"
            .formatted(account, list, database, inputs.instance()),
        grant(inputs.instance(), account, database, list) + " Then retry.");
  }

  private static String grant(String instance, String account, String database, String missing) {
    return ("aliyun rds GrantAccountPrivilege --DBInstanceId %s --AccountName %s --DBName %s"
            + " --AccountPrivilege ReadWrite; or by SQL: GRANT %s ON %s.* TO '%s'@'%%';")
        .formatted(
            instance,
            account,
            database,
            missing,
            SqlName.quote(database.replace("_", "\\_")),
            account);
  }
}
