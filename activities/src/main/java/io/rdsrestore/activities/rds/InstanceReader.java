package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.temporal.failure.ApplicationFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads an instance: attributes, databases, accounts, address. */
final class InstanceReader {
  static final String RUNNING = "Running";

  private static final Set<String> UNLOCKED = Set.of("", "Unlock");

  private final RdsApi rds;
  private final SecondLook secondLook;
  private final OwnAddress address;

  InstanceReader(RdsApi rds, SecondLook secondLook, OwnAddress address) {
    this.rds = rds;
    this.secondLook = secondLook;
    this.address = address;
  }

  InstanceFacts read(InstanceReference instance) {
    Answer attribute =
        secondLook
            .look(
                () -> rds.instance(instance),
                found -> found.filter(InstanceReader::isOpen).isEmpty())
            .orElseThrow(() -> notFound(instance));
    String region = attribute.text("RegionId");
    if (region != null && !region.equals(instance.regionId())) {
      throw Failures.of(
          RestoreErrorCode.NOT_FOUND,
          "Instance %s is in region %s, not in %s."
              .formatted(instance.instanceId(), region, instance.regionId()),
          new CloudRefusal("DescribeDBInstanceAttribute", null, null, "Ask for that region."));
    }
    return facts(instance, attribute);
  }

  /** Only a running instance that is not locked says what is in it. */
  private static boolean isOpen(Answer attribute) {
    return RUNNING.equals(attribute.text("DBInstanceStatus"))
        && UNLOCKED.contains(attribute.textOrEmpty("LockMode"));
  }

  InstanceFacts facts(InstanceReference instance, Answer attribute) {
    boolean open = isOpen(attribute);
    return new InstanceFacts(
        instance,
        attribute.text("DBInstanceDescription"),
        attribute.text("Engine"),
        attribute.text("EngineVersion"),
        attribute.text("Category"),
        attribute.text("DBInstanceType"),
        attribute.text("DBInstanceStatus"),
        attribute.text("LockMode"),
        attribute.text("LockReason"),
        attribute.text("DBInstanceClass"),
        (int) attribute.number("DBInstanceStorage", 0),
        attribute.text("DBInstanceStorageType"),
        attribute.text("ZoneId"),
        attribute.text("VpcId"),
        attribute.text("VSwitchId"),
        attribute.text("InstanceNetworkType"),
        attribute.isTrue("DeletionProtection"),
        attribute.list("ReadOnlyDBInstanceIds", "ReadOnlyDBInstanceId").stream()
            .map(replica -> replica.text("DBInstanceId"))
            .filter(Objects::nonNull)
            .toList(),
        open ? databases(instance) : List.of(),
        open ? accounts(instance) : List.of(),
        open ? address.read(instance, attribute.text("ConnectionString")) : null,
        null,
        null,
        false);
  }

  static ApplicationFailure notFound(InstanceReference instance) {
    return Failures.of(
        RestoreErrorCode.NOT_FOUND,
        "There is no instance %s in region %s, or the worker's identity may not see it."
            .formatted(instance.instanceId(), instance.regionId()),
        new CloudRefusal(
            "DescribeDBInstanceAttribute", null, null, "Check instance id, region and account."));
  }

  private List<DatabaseFacts> databases(InstanceReference instance) {
    return rds.databases(instance).stream()
        .map(
            database ->
                new DatabaseFacts(
                    database.text("DBName"),
                    database.text("CharacterSetName"),
                    database.text("DBStatus"),
                    database.text("DBDescription")))
        .toList();
  }

  private List<AccountFacts> accounts(InstanceReference instance) {
    return rds.accounts(instance).stream().map(InstanceReader::account).toList();
  }

  static AccountFacts account(Answer account) {
    Map<String, String> privileges = new LinkedHashMap<>();
    for (Answer privilege : account.list("DatabasePrivileges", "DatabasePrivilege")) {
      privileges.put(privilege.textOrEmpty("DBName"), privilege.textOrEmpty("AccountPrivilege"));
    }
    return new AccountFacts(
        account.text("AccountName"),
        account.text("AccountType"),
        account.text("AccountStatus"),
        privileges);
  }
}
