package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.AccountSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.sandbox.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of DTS jobs: what may be done in which state. */
class DtsRulesTest {
  private static final String ALL = "{\"shop\":{\"name\":\"shop\",\"all\":true}}";
  private static final String ASIDE = "{\"shop\":{\"name\":\"shop_restored\",\"all\":true}}";

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
  private Sandbox sandbox;
  private Cloud cloud;

  private void start(SandboxVariants variants) throws ClientException {
    sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .clock(time, time)
            .variants(variants)
            .samplePrimary(false)
            .primary(primary("rm-source"))
            .primary(primary("rm-target"))
            .build()
            .start();
    cloud = new Cloud(sandbox);
    cloud.letDtsInto("rm-source", "rm-target");
  }

  private static PrimarySpec primary(String id) {
    return PrimarySpec.mysql(id)
        .database("shop", "orders", "items")
        .database("shop_restored")
        .account(
            new AccountSpec(
                "mover", "Passw0rd!", Map.of("shop", "ReadWrite", "shop_restored", "ReadWrite")))
        .build();
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void configuredTwiceIsTwoJobsAndNothingBought() throws ClientException {
    start(SandboxVariants.defaults());
    String first = configure(ALL, "0");
    String second = configure(ALL, "0");
    assertThat(first).isNotEqualTo(second);
    assertThat(jobs("Type", "name", "Params", "rr-job")).containsExactly(first, second);
    assertThat(sandbox.ledger()).isEmpty();
    refused("InvalidJobStatus", () -> cloud.dts("StartDtsJob", "DtsJobId", first));
    cloud.dts("DeleteDtsJob", "DtsJobId", first);
    refused("InvalidJobId", () -> cloud.dts("DeleteDtsJob", "DtsJobId", first));
    assertThat(jobs()).containsExactly(second);
  }

  @Test
  void purchaseByJobIdHappensOnce() throws ClientException {
    start(SandboxVariants.defaults());
    String job = configure(ALL, "0");
    refused("MissingParameter", () -> cloud.dts("CreateDtsInstance", "JobId", job));
    refused(
        "InvalidParameter",
        () -> cloud.dts("CreateDtsInstance", "JobId", job, "PayType", "PrePaid"));
    buy(job, false);
    time.advance(Duration.ofMinutes(1));
    assertThat(status(job)).isEqualTo("NotStarted");
    refused("InvalidJobStatus", () -> buy(job, false));
    assertThat(sandbox.ledger()).hasSize(1);
  }

  @Test
  void boughtFirstAndConfiguredAfterwards() throws ClientException {
    start(SandboxVariants.defaults());
    JsonNode bought =
        cloud.dts(
            "CreateDtsInstance",
            "Type",
            "MIGRATION",
            "SourceRegion",
            Sandbox.REGION,
            "DestinationRegion",
            Sandbox.REGION,
            "PayType",
            "PostPaid");
    String job = bought.get("JobId").asText();
    assertThat(status(job)).isEqualTo("NotConfigured");
    configure(ASIDE, "0", "DtsJobId", job);
    assertThat(status(job)).isEqualTo("NotStarted");
    cloud.dts("StartDtsJob", "DtsInstanceId", bought.get("InstanceId").asText());
    time.advance(Duration.ofSeconds(8));
    assertThat(status(job)).isEqualTo("Finished");
  }

  @Test
  void changeableUntilStarted() throws ClientException {
    start(SandboxVariants.defaults());
    String job = configure(ALL, "0");
    buy(job, true);
    refused("UpdateJob.OperationDenied.InitStatus", () -> configure(ASIDE, "0", "DtsJobId", job));
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("PrecheckFailed");
    assertThat(configure(ASIDE, "0", "DtsJobId", job)).isEqualTo(job);
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(8));
    assertThat(status(job)).isEqualTo("Finished");
    assertThat(sandbox.memory().tablesAt("rm-target", time.instant()).get("shop_restored"))
        .containsExactly("items", "orders");
    refused("UpdateJob.OperationDenied.InitStatus", () -> configure(ALL, "0", "DtsJobId", job));
    refused("InvalidJobStatus", () -> cloud.dts("StartDtsJob", "DtsJobId", job));
  }

  @Test
  void onlySkippableItemsAreSkipped() throws ClientException {
    start(SandboxVariants.defaults());
    String job = configure(ALL, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    refused("InvalidParameter.SkipPreCheckItems", () -> skip(job, "CHECK_CONN_SRC"));
    skip(job, "CHECK_SAME_OBJ");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(8));
    assertThat(status(job)).isEqualTo("Finished");
    assertThat(
            cloud
                .dts("DescribePreCheckStatus", "DtsJobId", job, "JobCode", "01")
                .get("State")
                .asText())
        .isEqualTo("Finished");
  }

  @Test
  void precheckSaysWhichEndCannotBeReached() throws ClientException {
    start(SandboxVariants.defaults());
    cloud.rds(
        "ModifySecurityIps",
        "DBInstanceId",
        "rm-target",
        "SecurityIps",
        "127.0.0.1",
        "DBInstanceIPArrayName",
        "dts");
    cloud.rds(
        "ResetAccountPassword",
        "DBInstanceId",
        "rm-source",
        "AccountName",
        "mover",
        "AccountPassword",
        "0therPass!");
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    JsonNode precheck = cloud.dts("DescribePreCheckStatus", "DtsJobId", job, "JobCode", "01");
    assertThat(precheck.get("ErrorItem").asInt()).isEqualTo(2);
    assertThat(precheck.at("/JobProgress/0/ErrMsg").asText()).isEqualTo("CHECK__ERROR_CONN_SRC");
    assertThat(precheck.at("/JobProgress/1/Logs/0/ErrMsg").asText()).contains("DTS-70211");
    JsonNode page =
        cloud.dts(
            "DescribePreCheckStatus",
            "DtsJobId",
            job,
            "JobCode",
            "01",
            "PageSize",
            "4",
            "PageNo",
            "2");
    assertThat(page.get("JobProgress")).hasSize(3);
    assertThat(page.get("TotalRecordCount").asInt()).isEqualTo(7);
  }

  @Test
  void failedCopyIsShownAndCanBeResumed() throws ClientException {
    start(SandboxVariants.defaults());
    String message = "DTS-70004 Execute sql error sql: disk full";
    sandbox
        .faults()
        .add(new FaultRule("DtsCopy", null, FaultRule.Effect.error, message, null, null, null));
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("MigrationFailed");
    assertThat(cloud.dts("DescribeDtsJobDetail", "DtsJobId", job).get("ErrorMessage").asText())
        .isEqualTo(message);
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(5));
    assertThat(status(job)).isEqualTo("Finished");
  }

  @Test
  void suspendedResumesAndStoppedDoesNot() throws ClientException {
    start(SandboxVariants.defaults());
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(4));
    cloud.dts("SuspendDtsJob", "DtsJobId", job);
    time.advance(Duration.ofMinutes(5));
    assertThat(status(job)).isEqualTo("Suspending");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    assertThat(status(job)).isEqualTo("Migrating");
    cloud.dts("StopDtsJob", "DtsJobId", job);
    assertThat(status(job)).isEqualTo("Finished");
    refused("InvalidJobStatus", () -> cloud.dts("StartDtsJob", "DtsJobId", job));
  }

  @Test
  void suspendedTooLongCannotGoOn() throws ClientException {
    start(SandboxVariants.defaults().with(Variant.resumableFor, "PT6H"));
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(4));
    cloud.dts("SuspendDtsJob", "DtsJobId", job);
    time.advance(Duration.ofHours(6));
    cloud.dts("StartDtsJob", "DtsJobId", job);
    cloud.dts("SuspendDtsJob", "DtsJobId", job);
    time.advance(Duration.ofHours(6).plusSeconds(1));
    refused("InvalidJobStatus", () -> cloud.dts("StartDtsJob", "DtsJobId", job));
    assertThat(status(job)).isEqualTo("Suspending");
  }

  @Test
  void limitsAreChecked() throws ClientException {
    start(SandboxVariants.defaults());
    String limits = "{\"dts.datamove.source.rps.max\":5000,\"dts.datamove.source.bps.max\":\"-1\"}";
    String job =
        configure(
            ASIDE,
            "0",
            "Reserve",
            "{\"targetTableMode\":\"0\",\"fullDynamicConfig\":" + limits + "}");
    limit(job, "03", limits);
    refused("InvalidParameter", () -> limit(job, "04", limits));
    refused("InvalidParameter.ConfigList", () -> limit(job, "03", "5000"));
    refused(
        "InvalidParameter.ConfigList",
        () -> limit(job, "03", "{\"dts.datamove.source.rps.max\":0}"));
    refused(
        "InvalidParameter.Reserve",
        () ->
            configure(
                ASIDE,
                "0",
                "Reserve",
                "{\"targetTableMode\":\"0\",\"fullDynamicConfig\":"
                    + "{\"dts.datamove.source.bps.max\":\"fast\"}}"));
  }

  private void limit(String job, String jobCode, String limits) throws ClientException {
    cloud.dts(
        "ModifyDynamicConfig",
        "DtsJobId",
        job,
        "JobCode",
        jobCode,
        "EnableLimit",
        "true",
        "ConfigList",
        limits);
  }

  @Test
  void aPrecheckItemFailsOnRequest() throws ClientException {
    start(SandboxVariants.defaults());
    sandbox.faults().add(FaultRule.precheck("CHECK_ENGINE", 2));
    sandbox.faults().add(FaultRule.precheck("CHECK_SERVER_ID", 1));
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    assertThat(failedItems(job)).containsExactly("CHECK_ENGINE", "CHECK_SERVER_ID");
    refused("InvalidParameter.SkipPreCheckItems", () -> skip(job, "CHECK_ENGINE"));
    skip(job, "CHECK_SERVER_ID");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(3));
    assertThat(failedItems(job)).containsExactly("CHECK_ENGINE");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("Migrating");
  }

  @Test
  void aLockedInstanceFailsThePrecheck() throws ClientException {
    start(SandboxVariants.defaults());
    sandbox.condition("rm-target").setLock("LockByDiskQuota", "The disk is full.");
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    assertThat(failedItems(job)).containsExactly("CHECK_MASTER_DB_STATUS");
    sandbox.condition("rm-target").setLock("Unlock", "");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("Migrating");
  }

  @Test
  void rowsAloneNeedEmptyTablesUnlessThatIsSkipped() throws ClientException {
    start(SandboxVariants.defaults());
    String job = configure(ALL, "0", "StructureInitialization", "false");
    buy(job, true);
    time.advance(Duration.ofSeconds(3));
    assertThat(failedItems(job)).containsExactly("CHECK_DEST_TABLE_EMPTY");
    skip(job, "CHECK_DEST_TABLE_EMPTY");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    time.advance(Duration.ofSeconds(8));
    assertThat(status(job)).isEqualTo("Finished");
  }

  private List<String> failedItems(String job) throws ClientException {
    assertThat(status(job)).isEqualTo("PrecheckFailed");
    List<String> failed = new ArrayList<>();
    cloud
        .dts("DescribePreCheckStatus", "DtsJobId", job, "JobCode", "01")
        .get("JobProgress")
        .forEach(
            item -> {
              if (item.get("State").asText().equals("Failed")) {
                failed.add(item.get("Item").asText());
              }
            });
    return failed;
  }

  @Test
  void passedPrecheckRestsWhereThatIsSo() throws ClientException {
    start(SandboxVariants.defaults().with(Variant.restsInPreCheckPass, true));
    String job = configure(ASIDE, "0");
    buy(job, true);
    time.advance(Duration.ofMinutes(1));
    assertThat(status(job)).isEqualTo("PreCheckPass");
    cloud.dts("StartDtsJob", "DtsJobId", job);
    assertThat(status(job)).isEqualTo("Migrating");
  }

  @Test
  void refusalsMayComeWithHttp200() throws ClientException {
    start(SandboxVariants.defaults().with(Variant.dtsRefusesBySuccessFalse, true));
    JsonNode answer = cloud.dts("StartDtsJob", "DtsJobId", "none");
    assertThat(answer.get("Success").asBoolean()).isFalse();
    assertThat(answer.get("ErrCode").asText()).isEqualTo("InvalidJobId");
    assertThat(answer.get("ErrMessage").asText()).contains("%s");
    assertThat(answer.get("DynamicMessage").asText()).isNotEmpty();
  }

  @Test
  void configurationIsChecked() throws ClientException {
    start(SandboxVariants.defaults());
    refused("InvalidParameter.DbList", () -> configure("not json", "0"));
    refused("InvalidParameter.DbList", () -> configure("{\"shop\":{\"name\":\"shop\"}}", "0"));
    refused("InvalidParameter.Reserve", () -> configure(ALL, "1"));
    refused(
        "InvalidParameter.SourceEndpointInstanceID",
        () -> configure(ALL, "0", "SourceEndpointInstanceID", "rm-none"));
    refused(
        "DbTypeNotSupport.MSSQL", () -> configure(ALL, "0", "SourceEndpointEngineName", "MSSQL"));
  }

  private String configure(String dbList, String mode, String... more) throws ClientException {
    String[] job = Cloud.job("rr-job 1", "rm-source", "rm-target", dbList, mode);
    return cloud.dts("ConfigureDtsJob", Cloud.with(job, more)).get("DtsJobId").asText();
  }

  private void buy(String job, boolean autoStart) throws ClientException {
    cloud.dts(
        "CreateDtsInstance",
        "JobId",
        job,
        "PayType",
        "PostPaid",
        "AutoStart",
        Boolean.toString(autoStart));
  }

  private void skip(String job, String item) throws ClientException {
    cloud.dts(
        "SkipPreCheck", "DtsJobId", job, "Skip", "true", "SkipPreCheckItems", "[\"" + item + "\"]");
  }

  private String status(String job) throws ClientException {
    return cloud.dts("DescribeDtsJobDetail", "DtsJobId", job).get("Status").asText();
  }

  private List<String> jobs(String... filter) throws ClientException {
    return cloud.dts("DescribeDtsJobs", filter).get("DtsJobList").findValuesAsText("DtsJobId");
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.getErrCode()).isEqualTo(code));
  }
}
