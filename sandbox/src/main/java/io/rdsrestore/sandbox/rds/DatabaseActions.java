package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.dataplane.DatabaseInfo;
import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The databases of an instance. */
final class DatabaseActions {
  private static final Pattern NAME = Pattern.compile("[a-z]([a-z0-9_-]{0,62}[a-z0-9])?");
  private static final Set<String> CHARSETS = Set.of("utf8", "gbk", "latin1", "utf8mb4");

  private final RdsContext context;
  private final Instances instances;

  DatabaseActions(RdsContext context, Instances instances) {
    this.context = context;
    this.instances = instances;
  }

  Map<String, Object> describe(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    String name = call.text("DBName");
    String status = call.text("DBStatus", "Running");
    List<DatabaseInfo> found =
        context.dataPlane().databases(instance.id()).stream()
            .filter(database -> name == null || database.name().equals(name))
            .filter(database -> status.equals("Running"))
            .toList();
    Page<DatabaseInfo> page = Page.of(call, found, 30, 30, 100);
    return JsonBody.of(
        "Databases",
        JsonBody.wrapped(
            "Database",
            page.items().stream().map(database -> view(instance, database, page)).toList()));
  }

  Map<String, Object> create(ApiCall call) {
    Instance instance = instances.requireRunning(call);
    String name = call.require("DBName");
    String charset = call.require("CharacterSetName");
    if (!NAME.matcher(name).matches()) {
      throw new ApiException(400, "InvalidDBName.Format", "The database name is not valid.");
    }
    if (instance.engine().equals("MySQL") && !CHARSETS.contains(charset)) {
      throw new ApiException(
          400, "InvalidCharacterSetName.Format", "The character set name is not valid.");
    }
    if (context.dataPlane().databases(instance.id()).stream()
        .anyMatch(database -> database.name().equals(name))) {
      throw new ApiException(400, "InvalidDBName.Duplicate", "The database already exists.");
    }
    context.dataPlane().createDatabase(instance.id(), name, charset);
    instance.databaseDescriptions().put(name, call.text("DBDescription", ""));
    return JsonBody.of();
  }

  private Map<String, Object> view(
      Instance instance, DatabaseInfo database, Page<DatabaseInfo> page) {
    return JsonBody.of(
        "DBInstanceId",
        instance.id(),
        "DBName",
        database.name(),
        "DBDescription",
        instance.databaseDescriptions().getOrDefault(database.name(), ""),
        "DBStatus",
        "Running",
        "Engine",
        instance.engine(),
        "CharacterSetName",
        database.charset(),
        "PageNumber",
        page.number(),
        "PageSize",
        page.items().size(),
        "TotalCount",
        page.total(),
        "Accounts",
        JsonBody.wrapped("AccountPrivilegeInfo", accounts(instance, database.name())));
  }

  private List<Map<String, Object>> accounts(Instance instance, String database) {
    Instant now = context.clock().instant();
    return instance.accounts().all().stream()
        .filter(account -> account.privileges(now).containsKey(database))
        .map(
            account ->
                JsonBody.of(
                    "Account",
                    account.name(),
                    "AccountPrivilege",
                    account.privileges(now).get(database),
                    "AccountPrivilegeDetail",
                    ""))
        .toList();
  }
}
