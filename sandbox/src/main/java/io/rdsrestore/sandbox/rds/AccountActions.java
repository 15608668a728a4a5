package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.dataplane.DatabaseInfo;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Accounts of the databases and their privileges. */
final class AccountActions {
  private final RdsContext context;
  private final Instances instances;

  AccountActions(RdsContext context, Instances instances) {
    this.context = context;
    this.instances = instances;
  }

  Map<String, Object> describe(ApiCall call) {
    Instance instance = instances.require(call);
    Instant now = context.clock().instant();
    String name = call.text("AccountName");
    List<Account> found =
        instance.accounts().all().stream()
            .filter(account -> name == null || account.name().equals(name))
            .toList();
    Page<Account> page = Page.of(call, found, 30, 30, 200);
    return JsonBody.of(
        "PageNumber",
        page.number(),
        "TotalRecordCount",
        page.total(),
        "Accounts",
        JsonBody.wrapped(
            "DBInstanceAccount",
            page.items().stream().map(account -> view(instance, account, now)).toList()));
  }

  Map<String, Object> create(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    String name = call.require("AccountName");
    String password = call.require("AccountPassword");
    String type = call.text("AccountType", "Normal");
    if (context.variants().is(Variant.accountsBySqlOnly)
        && Set.of("5.5", "5.6").contains(instance.facts().engineVersion())) {
      throw new ApiException(
          403,
          "OperationDenied.AccountMode",
          "The accounts of this instance are managed by SQL statements only.");
    }
    AccountRules.checkName(instance.facts(), name);
    AccountRules.checkPassword(password);
    if (!List.of("Normal", "Super", "Sysadmin").contains(type)) {
      throw new ApiException(400, "InvalidAccountType.Format", "The account type is not valid.");
    }
    if (instance.accounts().find(name).isPresent()) {
      throw new ApiException(
          400, "InvalidAccountName.Duplicate", "The specified account name already exists.");
    }
    Instant now = context.clock().instant();
    context.dataPlane().createAccount(instance.id(), name, password);
    context.busy().add(now, now.plus(context.timings().accountCreation()));
    if (!type.equals("Normal")) {
      for (DatabaseInfo database : context.dataPlane().databases(instance.id())) {
        context.dataPlane().grant(instance.id(), name, database.name(), "ReadWrite");
      }
    }
    instance
        .accounts()
        .put(
            now,
            new Account(
                name,
                password,
                type,
                call.text("AccountDescription", ""),
                now.plus(context.timings().accountCreation()),
                Map.of()));
    return JsonBody.of();
  }

  Map<String, Object> resetPassword(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    Account account = instance.accounts().require(call.require("AccountName"));
    String password = call.require("AccountPassword");
    AccountRules.checkPassword(password);
    context.dataPlane().resetPassword(instance.id(), account.name(), password);
    instance.accounts().put(context.clock().instant(), account.withPassword(password));
    return JsonBody.of();
  }

  Map<String, Object> grant(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    Instant now = context.clock().instant();
    Account account = instance.accounts().require(call.require("AccountName"));
    if (!account.status(now).equals("Available")) {
      throw new ApiException(
          403, "OperationDenied.AccountStatus", "The account is not yet available.");
    }
    String database = call.require("DBName");
    String privilege = call.require("AccountPrivilege");
    AccountRules.checkPrivilege(instance.facts(), privilege);
    if (context.dataPlane().databases(instance.id()).stream()
        .noneMatch(known -> known.name().equals(database))) {
      throw new ApiException(404, "InvalidDBName.NotFound", "The database does not exist.");
    }
    context.dataPlane().grant(instance.id(), account.name(), database, privilege);
    if (!account.hasGrant(database, privilege)) {
      Account.Grant grant = new Account.Grant(privilege, now.plus(context.timings().grant()));
      instance.accounts().put(now, account.withGrant(database, grant));
      context.busy().add(now, grant.effectiveAt());
    }
    return JsonBody.of();
  }

  Map<String, Object> delete(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    Account account = instance.accounts().require(call.require("AccountName"));
    context.dataPlane().deleteAccount(instance.id(), account.name());
    instance.accounts().remove(context.clock().instant(), account.name());
    return JsonBody.of();
  }

  private static Map<String, Object> view(Instance instance, Account account, Instant now) {
    List<Map<String, Object>> privileges =
        account.privileges(now).entrySet().stream()
            .map(
                entry ->
                    JsonBody.of(
                        "DBName",
                        entry.getKey(),
                        "AccountPrivilege",
                        entry.getValue(),
                        "AccountPrivilegeDetail",
                        ""))
            .toList();
    return JsonBody.of(
        "DBInstanceId",
        instance.id(),
        "AccountName",
        account.name(),
        "AccountStatus",
        account.status(now),
        "AccountType",
        account.type(),
        "AccountDescription",
        account.description(),
        "PrivExceeded",
        "0",
        "DatabasePrivileges",
        JsonBody.wrapped("DatabasePrivilege", privileges));
  }
}
