package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ActionHandler;
import io.rdsrestore.sandbox.settings.AccountSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All RDS actions of the sandbox. Not safe for threads: one call at a time. */
public final class RdsApi {
  private final RdsContext context;
  private final Instances instances;

  public RdsApi(RdsContext context) {
    this.context = context;
    instances = new Instances(context);
  }

  public Instances instances() {
    return instances;
  }

  /** Adds an instance that has been there all along. */
  public void addPrimary(PrimarySpec spec) {
    Accounts history = new Accounts(Map.of());
    spec.accounts().stream()
        .sorted(Comparator.comparing(AccountSpec::since))
        .forEach(account -> history.put(account.since(), account(account)));
    Instance primary = Instance.primary(spec, context.clock().instant(), history);
    instances.add(primary);
    spec.readOnlyIds().forEach(id -> instances.add(Instance.replica(id, primary)));
    context.dataPlane().setWhitelist(spec.id(), new Whitelist().entries());
  }

  /** Adds addresses to the whitelist of an instance, in a group that no person sees. */
  public void letIn(String instanceId, List<String> addresses) {
    Instance instance = instances.find(instanceId).orElseThrow(Instances::notFound);
    instance
        .whitelist()
        .modify("dts_hidden", "hidden", null, "Append", String.join(",", addresses));
    context.dataPlane().setWhitelist(instanceId, instance.whitelist().entries());
  }

  public Map<String, ActionHandler> actions() {
    RestorePoints restorePoints = new RestorePoints(context);
    InstanceActions instance = new InstanceActions(context, instances);
    BackupActions backup = new BackupActions(context, instances, restorePoints);
    CloneActions clone = new CloneActions(context, instances, restorePoints);
    AccountActions account = new AccountActions(context, instances);
    DatabaseActions database = new DatabaseActions(context, instances);
    ConditionActions condition = new ConditionActions(context, instances);
    NetworkActions network = new NetworkActions(context, instances);
    CatalogActions catalog = new CatalogActions();
    TagActions tag = new TagActions(instances);
    return Map.ofEntries(
        Map.entry("DescribeDBInstanceAttribute", instance::describeAttribute),
        Map.entry("DescribeDBInstances", instance::describeInstances),
        Map.entry("ModifyDBInstanceDeletionProtection", instance::modifyDeletionProtection),
        Map.entry("DeleteDBInstance", instance::delete),
        Map.entry("DescribeBackups", backup::describeBackups),
        Map.entry("CreateBackup", backup::create),
        Map.entry("DescribeBackupTasks", backup::describeTasks),
        Map.entry("DescribeBackupPolicy", backup::describePolicy),
        Map.entry("DescribeLocalAvailableRecoveryTime", backup::describeWindow),
        Map.entry("DescribeLogBackupFiles", backup::describeLogs),
        Map.entry("DescribeMetaList", backup::describeMeta),
        Map.entry("CloneDBInstance", clone::cloneInstance),
        Map.entry("DescribeAccounts", account::describe),
        Map.entry("CreateAccount", account::create),
        Map.entry("ResetAccountPassword", account::resetPassword),
        Map.entry("GrantAccountPrivilege", account::grant),
        Map.entry("DeleteAccount", account::delete),
        Map.entry("DescribeDatabases", database::describe),
        Map.entry("CreateDatabase", database::create),
        Map.entry("DescribeDBInstanceIPArrayList", network::describeIpArrays),
        Map.entry("ModifySecurityIps", network::modifySecurityIps),
        Map.entry("DescribeDBInstanceNetInfo", network::describeNetInfo),
        Map.entry("DescribeDBInstanceConnectivity", network::describeConnectivity),
        Map.entry("DescribeDBInstanceSSL", network::describeSsl),
        Map.entry("DescribeResourceUsage", condition::describeUsage),
        Map.entry("DescribeReadDBInstanceDelay", condition::describeDelay),
        Map.entry("DescribeDBInstancePerformance", condition::describePerformance),
        Map.entry("DescribeRegions", catalog::describeRegions),
        Map.entry("DescribePrice", catalog::describePrice),
        Map.entry("TagResources", tag::tag),
        Map.entry("UntagResources", tag::untag),
        Map.entry("ListTagResources", tag::list));
  }

  private static Account account(AccountSpec spec) {
    Map<String, Account.Grant> grants = new TreeMap<>();
    spec.privileges()
        .forEach(
            (database, privilege) ->
                grants.put(database, new Account.Grant(privilege, Instant.EPOCH)));
    return new Account(spec.name(), spec.password(), "Normal", "", Instant.EPOCH, grants);
  }
}
