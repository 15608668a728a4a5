package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every action answers, and only with what the official SDK reads, in its types. */
class AnswerShapeTest {
  private static final String P = Sandbox.SAMPLE_PRIMARY;

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
  private final TreeSet<String> called = new TreeSet<>();
  private Cloud cloud;

  @Test
  void everyActionAnswersInItsShape() throws ClientException {
    try (Sandbox sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .clock(time, time)
            .timings(
                new SandboxTimings(
                    Duration.ZERO,
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Duration.ZERO,
                    Duration.ZERO,
                    Duration.ZERO))
            .primary(
                PrimarySpec.mysql("rm-sql")
                    .engine("SQLServer", "2016_ent_ha")
                    .replica("rr-1")
                    .build())
            .build()
            .start()) {
      cloud = new Cloud(sandbox);
      lookAround();
      restore();
      assertThat(called).hasSize(42);
    }
  }

  @Test
  void theComparisonNoticesWhatIsWrong() throws java.io.IOException {
    JsonNode answer =
        new ObjectMapper()
            .readTree("{\"RequestId\":1,\"Surprise\":\"x\",\"Items\":[],\"PageNumber\":\"1\"}");
    assertThat(AnswerShape.problems("rds", "DescribeDBInstances", answer)).hasSize(4);
  }

  private void lookAround() throws ClientException {
    rds("DescribeRegions");
    rds(
        "DescribePrice",
        "DBInstanceClass",
        "rds.mysql.s2.large",
        "DBInstanceStorage",
        "100",
        "Engine",
        "MySQL",
        "EngineVersion",
        "5.7",
        "Quantity",
        "1");
    rds("DescribeDBInstances", "RegionId", Sandbox.REGION);
    rds("DescribeDBInstanceAttribute", "DBInstanceId", P);
    rds("DescribeDBInstanceAttribute", "DBInstanceId", "rm-sql");
    rds("DescribeDBInstanceNetInfo", "DBInstanceId", P);
    rds("DescribeBackups", "DBInstanceId", P);
    rds("DescribeResourceUsage", "DBInstanceId", P);
    rds("DescribeReadDBInstanceDelay", "DBInstanceId", "rm-sql", "ReadInstanceId", "rr-1");
    rds(
        "DescribeDBInstancePerformance",
        "DBInstanceId",
        P,
        "Key",
        "MySQL_MemCpuUsage,MySQL_Sessions",
        "StartTime",
        "2026-11-22T08:00Z",
        "EndTime",
        "2026-11-22T08:02Z");
    rds("DescribeDBInstanceConnectivity", "DbInstanceName", P, "SourceIpAddress", "127.0.0.1");
    rds("DescribeBackupPolicy", "DBInstanceId", P);
    rds("DescribeLocalAvailableRecoveryTime", "DBInstanceId", P);
    rds(
        "DescribeLogBackupFiles",
        "DBInstanceId",
        "rm-sql",
        "StartTime",
        "2000-01-01T00:00Z",
        "EndTime",
        "2100-01-01T00:00Z");
    rds("DescribeMetaList", "DBInstanceId", P, "BackupSetID", "1000000001");
    String[] resource = {"RegionId", Sandbox.REGION, "ResourceType", "INSTANCE", "ResourceId.1", P};
    rds("TagResources", Cloud.with(resource, "Tag.1.Key", "k", "Tag.1.Value", "v"));
    rds("ListTagResources", resource);
    rds("UntagResources", Cloud.with(resource, "TagKey.1", "k"));
    dts("WhiteIpList", "Region", Sandbox.REGION, "Type", "vpc");
    dts("DescribeDTSIP", "SourceEndpointRegion", Sandbox.REGION);
  }

  private void restore() throws ClientException {
    String clone =
        rds("CloneDBInstance", "DBInstanceId", P, "PayType", "Postpaid", "BackupId", "1000000001")
            .get("DBInstanceId")
            .asText();
    for (String id : new String[] {P, clone}) {
      String[] account = {"DBInstanceId", id, "AccountName", "mover"};
      rds("ModifySecurityIps", "DBInstanceId", id, "SecurityIps", "127.0.8.0/24");
      rds("CreateAccount", Cloud.with(account, "AccountPassword", "0therPass!"));
      rds("ResetAccountPassword", Cloud.with(account, "AccountPassword", "Passw0rd!"));
      rds(
          "GrantAccountPrivilege",
          Cloud.with(account, "DBName", "shop", "AccountPrivilege", "ReadWrite"));
    }
    rds("DescribeDBInstanceIPArrayList", "DBInstanceId", P);
    rds("DescribeAccounts", "DBInstanceId", P);
    rds("DescribeDatabases", "DBInstanceId", P);
    rds("CreateDatabase", "DBInstanceId", P, "DBName", "x", "CharacterSetName", "utf8mb4");

    String all = "{\"shop\":{\"name\":\"shop\",\"all\":true}}";
    String job =
        dts("ConfigureDtsJob", Cloud.job("rr-job", clone, P, all, "0")).get("DtsJobId").asText();
    dts("CreateDtsInstance", "JobId", job, "PayType", "PostPaid", "AutoStart", "True");
    time.advance(Duration.ofSeconds(1));
    dts("DescribePreCheckStatus", "DtsJobId", job, "JobCode", "01");
    dts("SkipPreCheck", "DtsJobId", job, "Skip", "true", "SkipPreCheckItems", "CHECK_SAME_OBJ");
    dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(1));
    dts(
        "ModifyDynamicConfig",
        "DtsJobId",
        job,
        "JobCode",
        "03",
        "EnableLimit",
        "true",
        "ConfigList",
        "{}");
    dts("SuspendDtsJob", "DtsJobId", job);
    dts("StopDtsJob", "DtsJobId", job);
    dts("DescribeDtsJobs");
    dts("DescribeDtsJobDetail", "DtsJobId", job);
    dts("DeleteDtsJob", "DtsJobId", job);
    rds("DeleteAccount", "DBInstanceId", P, "AccountName", "mover");
    rds("ModifyDBInstanceDeletionProtection", "DBInstanceId", clone, "DeletionProtection", "false");
    rds("DeleteDBInstance", "DBInstanceId", clone);
  }

  private JsonNode rds(String action, String... arguments) throws ClientException {
    return checked("rds", action, cloud.rds(action, arguments));
  }

  private JsonNode dts(String action, String... arguments) throws ClientException {
    return checked("dts", action, cloud.dts(action, arguments));
  }

  private JsonNode checked(String product, String action, JsonNode answer) {
    called.add(action);
    assertThat(AnswerShape.problems(product, action, answer)).as(action).isEmpty();
    return answer;
  }
}
