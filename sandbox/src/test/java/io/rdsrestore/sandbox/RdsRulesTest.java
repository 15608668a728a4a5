package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.settings.AccountSpec;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What RDS refuses, remembers and pages, seen through the official client. */
class RdsRulesTest {
  private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  private final ManualTime time = new ManualTime(START);
  private Sandbox sandbox;
  private Cloud cloud;

  @BeforeEach
  void start() {
    SandboxBuilder builder =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .clock(time, time)
            .primary(
                PrimarySpec.mysql("rm-a")
                    .windowBegin(START.minus(Duration.ofHours(2)))
                    .backup(BackupSpec.usable("11", START.minus(Duration.ofHours(1))))
                    .backup(
                        new BackupSpec(
                            "12", START.minus(Duration.ofMinutes(30)), 1, "Failed", false))
                    .database("shop", "orders")
                    .account(new AccountSpec("old", "Passw0rd!", Map.of("shop", "ReadWrite")))
                    .account(
                        new AccountSpec(
                            "late", "Passw0rd!", Map.of(), START.minus(Duration.ofMinutes(10))))
                    .build())
            .primary(PrimarySpec.mysql("rm-basic").category("Basic").build())
            .primary(PrimarySpec.mysql("rm-ro").dbInstanceType("Readonly").build())
            .primary(PrimarySpec.mysql("rm-busy").status("Rebooting").build())
            .primary(PrimarySpec.mysql("rm-locked").lockMode("ManualLock").build())
            .primary(PrimarySpec.mysql("rm-nolog").logBackup(false).build())
            .primary(PrimarySpec.mysql("rm-far").region("cn-beijing").build())
            .primary(PrimarySpec.mysql("rm-sql").engine("SQLServer", "2016_ent_ha").build());
    sandbox = builder.build().start();
    cloud = new Cloud(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void signatureAndParametersAreCheckedInThisOrder() {
    Cloud wrongKey = new Cloud(sandbox, "other", Cloud.SECRET);
    Cloud wrongSecret = new Cloud(sandbox, Cloud.ID, "other");
    refused("InvalidAccessKeyId.NotFound", () -> wrongKey.rds("DescribeBackups"));
    refused("SignatureDoesNotMatch", () -> wrongSecret.rds("DescribeBackups"));
    refused("MissingParameter", () -> cloud.rds("DescribeBackups"));
    refused("InvalidAction", () -> cloud.rds("MakeCoffee"));
    refused(
        "InvalidParameter",
        () -> cloud.rds("DescribeBackups", "DBInstanceId", "rm-a", "PageSize", "many"));
  }

  @Test
  void cloneIsRefusedWhereTheDocumentsSaySo() {
    String inWindow = "2026-11-22T07:00:00Z";
    refused("InvalidDBInstanceId.NotFound", () -> cloneAt("rm-none", inWindow));
    refused("InvalidDBInstanceId.NotFound", () -> cloneAt("rm-far", inWindow));
    refused("IncorrectEngineVersion", () -> cloneAt("rm-basic", inWindow));
    refused("OperationDenied.DBInstanceType", () -> cloneAt("rm-ro", inWindow));
    refused("IncorrectDBInstanceState", () -> cloneAt("rm-busy", inWindow));
    refused("OperationDenied.LockMode", () -> cloneAt("rm-locked", inWindow));
    refused("InvalidRestoreType.Format", () -> cloneAt("rm-nolog", inWindow));
    refused("InvalidRestoreTime.Format", () -> cloneAt("rm-a", "2026-11-22T05:59:59Z"));
    refused("InvalidRestoreTime.Format", () -> cloneAt("rm-a", "2026-11-22T07:59:59Z"));
    refused("InvalidRestoreTime.Format", () -> cloneAt("rm-a", "2026-11-22 07:00:00"));
    refused("RequiredParam.NotFound", () -> cloneWith());
    refused("InvalidBackupSetID.NotFound", () -> cloneWith("BackupId", "99"));
    refused("IncorrectBackupSetState", () -> cloneWith("BackupId", "12"));
    refused(
        "InvalidRecoveryDbInstance.StorageSize",
        () -> cloneWith("BackupId", "11", "DBInstanceStorage", "50"));
    refused(
        "InvalidRecoveryDbInstance.StorageType",
        () -> cloneWith("BackupId", "11", "DBInstanceStorageType", "cloud_essd"));
    refused("Parameters.Invalid", () -> cloneWith("BackupId", "11", "DBInstanceDescription", "1x"));
    refused("Parameters.Invalid", () -> cloneWith("BackupId", "11", "ClientToken", "x".repeat(65)));
    assertThat(sandbox.ledger()).isEmpty();
  }

  @Test
  void clientTokenBuysOnceForADay() throws ClientException {
    String first = cloneWith("BackupId", "11", "ClientToken", "t-1");
    assertThat(cloneWith("BackupId", "11", "ClientToken", "t-1")).isEqualTo(first);
    refused(
        "IdempotentParameterMismatch",
        () -> cloneWith("RestoreTime", "2026-11-22T07:00:00Z", "ClientToken", "t-1"));
    time.advance(Duration.ofHours(24));
    assertThat(cloneWith("BackupId", "11", "ClientToken", "t-1")).isNotEqualTo(first);
    assertThat(sandbox.ledger()).hasSize(2);
  }

  @Test
  void cloneHasTheAccountsOfTheRestorePointAndTodaysWhitelist() throws ClientException {
    whitelist("rm-a", "office", "Cover", "10.0.0.0/8");
    cloud.rds(
        "ResetAccountPassword",
        "DBInstanceId",
        "rm-a",
        "AccountName",
        "old",
        "AccountPassword",
        "Chang3d!!");
    String early = cloneAt("rm-a", "2026-11-22T07:00:00Z");
    String late = cloneAt("rm-a", "2026-11-22T07:50:00Z");
    time.advance(Duration.ofSeconds(8));
    assertThat(names(early)).containsExactly("old");
    assertThat(names(late)).containsExactly("late", "old");
    assertThat(
            cloud
                .rds("DescribeDBInstanceIPArrayList", "DBInstanceId", early)
                .at("/Items/DBInstanceIPArray")
                .findValuesAsText("DBInstanceIPArrayName"))
        .containsExactly("default", "office");
  }

  @Test
  void whitelistModesBehaveAsDocumented() throws ClientException {
    whitelist("rm-a", "rds_restore", "Append", "127.0.8.0/25,127.0.8.128/25");
    whitelist("rm-a", "rds_restore", "Append", "127.0.8.0/25");
    assertThat(entries("rds_restore")).isEqualTo("127.0.8.0/25,127.0.8.128/25");
    whitelist("rm-a", "rds_restore", "Delete", "127.0.8.0/25");
    assertThat(entries("rds_restore")).isEqualTo("127.0.8.128/25");
    refused(
        "InvalidSecurityIPList.Format",
        () -> whitelist("rm-a", "rds_restore", "Delete", "127.0.8.128/25"));
    whitelist("rm-a", "rds_restore", "Cover", "127.0.0.1");
    assertThat(entries("rds_restore")).isEqualTo("127.0.0.1");
    refused("InvalidSecurityIPList.Format", () -> whitelist("rm-a", "x_y", "Append", "1.2.3.256"));
    cloud.rds("ModifySecurityIps", "DBInstanceId", "rm-a", "SecurityIps", "10.1.1.1");
    assertThat(entries("default")).isEqualTo("10.1.1.1");
  }

  @Test
  void accountsBecomeAvailableAndGrantsEffectiveAfterAWhile() throws ClientException {
    String[] account = {"DBInstanceId", "rm-a", "AccountName", "mover"};
    String[] grant = {"DBName", "shop", "AccountPrivilege", "ReadWrite"};
    cloud.rds("CreateAccount", Cloud.with(account, "AccountPassword", "Passw0rd!"));
    assertThat(account("mover").get("AccountStatus").asText()).isEqualTo("Unavailable");
    refused(
        "OperationDenied.AccountStatus",
        () -> cloud.rds("GrantAccountPrivilege", Cloud.with(account, grant)));
    time.advance(Duration.ofSeconds(1));
    cloud.rds("GrantAccountPrivilege", Cloud.with(account, grant));
    assertThat(account("mover").at("/DatabasePrivileges/DatabasePrivilege")).isEmpty();
    time.advance(Duration.ofSeconds(1));
    assertThat(account("mover").at("/DatabasePrivileges/DatabasePrivilege/0/DBName").asText())
        .isEqualTo("shop");
    refused(
        "InvalidAccountName.Duplicate",
        () -> cloud.rds("CreateAccount", Cloud.with(account, "AccountPassword", "Passw0rd!")));
    cloud.rds("DeleteAccount", account);
    refused("InvalidAccountName.NotFound", () -> cloud.rds("DeleteAccount", account));
    refused(
        "InvalidAccountPassword.Format",
        () -> cloud.rds("CreateAccount", Cloud.with(account, "AccountPassword", "weakpassword")));
  }

  @Test
  void databasesAreCreatedOnce() throws ClientException {
    String[] database = {
      "DBInstanceId", "rm-a", "DBName", "shop_restored", "CharacterSetName", "utf8mb4"
    };
    cloud.rds("CreateDatabase", database);
    assertThat(
            cloud
                .rds("DescribeDatabases", "DBInstanceId", "rm-a")
                .at("/Databases/Database")
                .findValuesAsText("DBName"))
        .containsExactly("shop", "shop_restored");
    refused("InvalidDBName.Duplicate", () -> cloud.rds("CreateDatabase", database));
    refused(
        "InvalidDBName.Format",
        () ->
            cloud.rds(
                "CreateDatabase",
                "DBInstanceId",
                "rm-a",
                "DBName",
                "Shop",
                "CharacterSetName",
                "utf8"));
  }

  @Test
  void deletionNeedsTheProtectionToBeOff() throws ClientException {
    refused(
        "OperationDenied.DeletionProtection",
        () -> cloud.rds("DeleteDBInstance", "DBInstanceId", "rm-a"));
    cloud.rds(
        "ModifyDBInstanceDeletionProtection",
        "DBInstanceId",
        "rm-a",
        "DeletionProtection",
        "False");
    cloud.rds("DeleteDBInstance", "DBInstanceId", "rm-a");
    refused(
        "InvalidDBInstanceId.NotFound",
        () -> cloud.rds("DescribeDBInstanceAttribute", "DBInstanceId", "rm-a"));
  }

  @Test
  void listsAreFilteredAndPaged() throws ClientException {
    List<String> clones =
        IntStream.range(0, 5).mapToObj(i -> description("rr-search " + i)).toList();
    JsonNode second =
        cloud.rds(
            "DescribeDBInstances",
            "RegionId",
            "cn-hangzhou",
            "SearchKey",
            "rr-search",
            "PageSize",
            "2",
            "PageNumber",
            "2");
    assertThat(second.at("/Items/DBInstance").findValuesAsText("DBInstanceId"))
        .containsExactly(clones.get(2), clones.get(3));
    assertThat(second.get("TotalRecordCount").asInt()).isEqualTo(5);

    cloud.rds(
        "TagResources",
        "RegionId",
        "cn-hangzhou",
        "ResourceType",
        "INSTANCE",
        "ResourceId.1",
        clones.get(4),
        "Tag.1.Key",
        "restore",
        "Tag.1.Value",
        "x y");
    assertThat(tagged()).containsExactly(clones.get(4));
    cloud.rds(
        "UntagResources",
        "RegionId",
        "cn-hangzhou",
        "ResourceType",
        "INSTANCE",
        "ResourceId.1",
        clones.get(4),
        "TagKey.1",
        "restore");
    assertThat(tagged()).isEmpty();

    JsonNode first =
        cloud.rds("DescribeDBInstances", "RegionId", "cn-hangzhou", "MaxResults", "10");
    JsonNode rest =
        cloud.rds(
            "DescribeDBInstances",
            "RegionId",
            "cn-hangzhou",
            "MaxResults",
            "10",
            "NextToken",
            first.get("NextToken").asText());
    assertThat(first.at("/Items/DBInstance")).hasSize(10);
    assertThat(rest.at("/Items/DBInstance")).hasSize(3);
    assertThat(rest.has("NextToken")).isFalse();
  }

  @Test
  void windowAndBackupsDependOnEngineAndLogBackup() throws ClientException {
    JsonNode window = cloud.rds("DescribeLocalAvailableRecoveryTime", "DBInstanceId", "rm-a");
    assertThat(window.get("RecoveryBeginTime").asText()).isEqualTo("2026-11-22T06:00:00Z");
    assertThat(window.get("RecoveryEndTime").asText()).isEqualTo("2026-11-22T07:59:58Z");
    refused(
        "InvalidDBInstanceEngineType.Format",
        () -> cloud.rds("DescribeLocalAvailableRecoveryTime", "DBInstanceId", "rm-sql"));
    assertThat(
            cloud
                .rds("DescribeBackupPolicy", "DBInstanceId", "rm-nolog")
                .get("EnableBackupLog")
                .asText())
        .isEqualTo("0");
    assertThat(
            cloud
                .rds("DescribeBackups", "DBInstanceId", "rm-a", "BackupStatus", "Success")
                .at("/Items/Backup")
                .findValuesAsText("BackupId"))
        .containsExactly("11");
    assertThat(
            cloud
                .rds(
                    "DescribeMetaList",
                    "DBInstanceId",
                    "rm-a",
                    "BackupSetID",
                    "11",
                    "GetDbName",
                    "shop")
                .at("/Items/Meta/0/Tables")
                .asText())
        .isEqualTo("orders");
  }

  private List<String> tagged() throws ClientException {
    return cloud
        .rds("DescribeDBInstances", "RegionId", "cn-hangzhou", "Tags", "{\"restore\":\"x y\"}")
        .at("/Items/DBInstance")
        .findValuesAsText("DBInstanceId");
  }

  private String description(String text) {
    try {
      return cloneWith("BackupId", "11", "DBInstanceDescription", text);
    } catch (ClientException e) {
      throw new AssertionError(e.getErrCode(), e);
    }
  }

  private String cloneAt(String id, String instant) throws ClientException {
    return cloud
        .rds("CloneDBInstance", "DBInstanceId", id, "PayType", "Postpaid", "RestoreTime", instant)
        .get("DBInstanceId")
        .asText();
  }

  private String cloneWith(String... more) throws ClientException {
    String[] base = {"DBInstanceId", "rm-a", "PayType", "Postpaid"};
    return cloud.rds("CloneDBInstance", Cloud.with(base, more)).get("DBInstanceId").asText();
  }

  private void whitelist(String id, String group, String mode, String ips) throws ClientException {
    cloud.rds(
        "ModifySecurityIps",
        "DBInstanceId",
        id,
        "DBInstanceIPArrayName",
        group,
        "ModifyMode",
        mode,
        "SecurityIps",
        ips);
  }

  private String entries(String group) throws ClientException {
    for (JsonNode item :
        cloud
            .rds("DescribeDBInstanceIPArrayList", "DBInstanceId", "rm-a")
            .at("/Items/DBInstanceIPArray")) {
      if (item.get("DBInstanceIPArrayName").asText().equals(group)) {
        return item.get("SecurityIPList").asText();
      }
    }
    throw new AssertionError("no group " + group);
  }

  private JsonNode account(String name) throws ClientException {
    return cloud
        .rds("DescribeAccounts", "DBInstanceId", "rm-a", "AccountName", name)
        .at("/Accounts/DBInstanceAccount/0");
  }

  private List<String> names(String id) throws ClientException {
    return cloud
        .rds("DescribeAccounts", "DBInstanceId", id)
        .at("/Accounts/DBInstanceAccount")
        .findValuesAsText("AccountName");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.getErrCode()).isEqualTo(code));
  }
}
