package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.dts.model.v20200101.ConfigureDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.CreateDtsInstanceRequest;
import com.aliyuncs.dts.model.v20200101.DeleteDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobDetailRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsRequest;
import com.aliyuncs.dts.model.v20200101.DescribeDtsJobsResponse;
import com.aliyuncs.dts.model.v20200101.DescribePreCheckStatusRequest;
import com.aliyuncs.dts.model.v20200101.DescribePreCheckStatusResponse;
import com.aliyuncs.dts.model.v20200101.StartDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.WhiteIpListRequest;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.rds.model.v20140815.CloneDBInstanceRequest;
import com.aliyuncs.rds.model.v20140815.CreateAccountRequest;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceAttributeRequest;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceAttributeResponse;
import com.aliyuncs.rds.model.v20140815.DescribeDatabasesRequest;
import com.aliyuncs.rds.model.v20140815.GrantAccountPrivilegeRequest;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.time.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure from end to end, through the model classes of the official SDK. */
class WholeRestoreTest {
  private static final String PRIMARY = Sandbox.SAMPLE_PRIMARY;

  private final ManualTime time = new ManualTime(Instant.parse("2026-11-22T08:00:00Z"));
  private Sandbox sandbox;
  private Cloud cloud;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .clock(time, time)
            .timings(SandboxTimings.demo())
            .build()
            .start();
    cloud = new Cloud(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void droppedTableComesBack() throws ClientException {
    sandbox.memory().dropTable(PRIMARY, "shop", "orders");
    time.advance(Duration.ofMinutes(5));

    String clone = cloneBefore("2026-11-22T07:59:59Z");
    assertThat(instance(clone).getDBInstanceStatus()).isEqualTo("Creating");
    time.advance(Duration.ofSeconds(8));
    assertThat(instance(clone).getDBInstanceStatus()).isEqualTo("Running");
    assertThat(instance(clone).getDBInstanceDescription()).contains("rr-abcdefghij");

    for (String id : List.of(PRIMARY, clone)) {
      letDtsIn(id);
      account(id);
    }
    time.advance(Duration.ofSeconds(1));
    for (String id : List.of(PRIMARY, clone)) {
      grant(id);
    }

    String job = configure(clone, "orders");
    String dts = buy(job);
    cloud.call(start(job));
    assertThat(status(job)).isEqualTo("Prechecking");
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("Migrating");
    time.advance(Duration.ofSeconds(3));
    DescribeDtsJobsResponse.DtsJobStatus listed = listed("rr-abcdefghij");
    assertThat(listed.getStructureInitializationStatus().getStatus()).isEqualTo("Finished");
    assertThat(listed.getDataInitializationStatus().getPercent()).isEqualTo("50");
    assertThat(listed.getPrecheckStatus().getDetail()).isNotEmpty();
    time.advance(Duration.ofSeconds(2));
    assertThat(status(job)).isEqualTo("Finished");
    assertThat(sandbox.memory().tablesAt(PRIMARY, time.instant()).get("shop")).contains("orders");

    DeleteDtsJobRequest delete = new DeleteDtsJobRequest();
    delete.setDtsJobId(job);
    assertThat(cloud.call(delete).getSuccess()).isTrue();
    DeleteDBInstanceRequest release = new DeleteDBInstanceRequest();
    release.setDBInstanceId(clone);
    cloud.call(release);
    assertThat(sandbox.ledger())
        .extracting(LedgerEntry::kind, LedgerEntry::id, LedgerEntry::restoreId)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("clone", clone, "abcdefghij"),
            org.assertj.core.groups.Tuple.tuple("dts", dts, "abcdefghij"));
    assertThat(sandbox.ledger()).allMatch(entry -> entry.releasedAt() != null);
  }

  @Test
  void failedPrecheckNamesTheTableAndPassesAfterTheRepair() throws ClientException {
    String clone = cloneBefore("2026-11-22T07:59:50Z");
    time.advance(Duration.ofSeconds(8));
    for (String id : List.of(PRIMARY, clone)) {
      letDtsIn(id);
      account(id);
    }
    time.advance(Duration.ofSeconds(1));
    for (String id : List.of(PRIMARY, clone)) {
      grant(id);
    }
    String job = configure(clone, "orders");
    buy(job);
    cloud.call(start(job));
    time.advance(Duration.ofSeconds(3));
    assertThat(status(job)).isEqualTo("PrecheckFailed");

    DescribePreCheckStatusResponse precheck = precheck(job);
    assertThat(precheck.getState()).isEqualTo("Failed");
    assertThat(precheck.getErrorItem()).isEqualTo(1);
    assertThat(precheck.getJobProgress())
        .filteredOn(item -> item.getState().equals("Failed"))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.getItem()).isEqualTo("CHECK_SAME_OBJ");
              assertThat(item.getErrMsg()).isEqualTo("CHECK__ERROR_SAME_OBJ");
              assertThat(item.getCanSkip()).isTrue();
              assertThat(item.getLogs().get(0).getErrMsg()).contains("shop.orders");
            });

    sandbox.memory().dropTable(PRIMARY, "shop", "orders");
    cloud.call(start(job));
    assertThat(status(job)).isEqualTo("Prechecking");
    time.advance(Duration.ofSeconds(8));
    assertThat(status(job)).isEqualTo("Finished");
  }

  private String cloneBefore(String instant) throws ClientException {
    CloneDBInstanceRequest request = new CloneDBInstanceRequest();
    request.setDBInstanceId(PRIMARY);
    request.setPayType("Postpaid");
    request.setRestoreTime(instant);
    request.putQueryParameter("DBInstanceDescription", "rr-abcdefghij until 2026-11-29");
    request.putQueryParameter("ClientToken", "rr-abcdefghij-1");
    return cloud.call(request).getDBInstanceId();
  }

  private DescribeDBInstanceAttributeResponse.DBInstanceAttribute instance(String id)
      throws ClientException {
    DescribeDBInstanceAttributeRequest request = new DescribeDBInstanceAttributeRequest();
    request.setDBInstanceId(id);
    return cloud.call(request).getItems().get(0);
  }

  private void letDtsIn(String id) throws ClientException {
    WhiteIpListRequest ips = new WhiteIpListRequest();
    ips.setRegion(Sandbox.REGION);
    ips.setDestinationRegion(Sandbox.REGION);
    ips.setType("vpc");
    ModifySecurityIpsRequest request = new ModifySecurityIpsRequest();
    request.setDBInstanceId(id);
    request.setDBInstanceIPArrayName("rds_restore");
    request.setModifyMode("Append");
    request.setSecurityIps(cloud.call(ips).getIpList());
    cloud.call(request);
  }

  private void account(String id) throws ClientException {
    CreateAccountRequest request = new CreateAccountRequest();
    request.setDBInstanceId(id);
    request.setAccountName("mover");
    request.setAccountPassword("Passw0rd!");
    cloud.call(request);
  }

  private void grant(String id) throws ClientException {
    DescribeDatabasesRequest databases = new DescribeDatabasesRequest();
    databases.setDBInstanceId(id);
    assertThat(cloud.call(databases).getDatabases().get(0).getDBName()).isEqualTo("shop");
    GrantAccountPrivilegeRequest request = new GrantAccountPrivilegeRequest();
    request.setDBInstanceId(id);
    request.setAccountName("mover");
    request.setDBName("shop");
    request.setAccountPrivilege("ReadWrite");
    cloud.call(request);
  }

  private String configure(String clone, String table) throws ClientException {
    ConfigureDtsJobRequest request = new ConfigureDtsJobRequest();
    request.setDtsJobName("orders rr-abcdefghij");
    request.setJobType("MIGRATION");
    request.setSourceEndpointInstanceType("RDS");
    request.setSourceEndpointInstanceID(clone);
    request.setSourceEndpointRegion(Sandbox.REGION);
    request.setSourceEndpointEngineName("MYSQL");
    request.setSourceEndpointUserName("mover");
    request.setSourceEndpointPassword("Passw0rd!");
    request.setDestinationEndpointInstanceType("RDS");
    request.setDestinationEndpointInstanceID(PRIMARY);
    request.setDestinationEndpointRegion(Sandbox.REGION);
    request.setDestinationEndpointEngineName("MYSQL");
    request.setDestinationEndpointUserName("mover");
    request.setDestinationEndpointPassword("Passw0rd!");
    request.setStructureInitialization(true);
    request.setDataInitialization(true);
    request.setDataSynchronization(false);
    request.setDbList(
        "{\"shop\":{\"name\":\"shop\",\"all\":false,\"Table\":{\""
            + table
            + "\":{\"name\":\""
            + table
            + "\",\"all\":true}}}}");
    request.setReserve("{\"targetTableMode\":\"0\",\"autoStartModulesAfterConfig\":\"none\"}");
    var response = cloud.call(request);
    assertThat(response.getSuccess()).isEqualTo("true");
    assertThat(response.getDtsInstanceId()).isNull();
    return response.getDtsJobId();
  }

  private String buy(String job) throws ClientException {
    CreateDtsInstanceRequest request = new CreateDtsInstanceRequest();
    request.setJobId(job);
    request.setPayType("PostPaid");
    request.setInstanceClass("large");
    request.setAutoStart(false);
    String dts = cloud.call(request).getInstanceId();
    assertThat(dts).startsWith("dts");
    assertThat(status(job)).isEqualTo("NotStarted");
    return dts;
  }

  private static StartDtsJobRequest start(String job) {
    StartDtsJobRequest request = new StartDtsJobRequest();
    request.setDtsJobId(job);
    return request;
  }

  private String status(String job) throws ClientException {
    DescribeDtsJobDetailRequest request = new DescribeDtsJobDetailRequest();
    request.setDtsJobId(job);
    return cloud.call(request).getStatus();
  }

  private DescribeDtsJobsResponse.DtsJobStatus listed(String name) throws ClientException {
    DescribeDtsJobsRequest request = new DescribeDtsJobsRequest();
    request.setType("name");
    request.setParams(name);
    return cloud.call(request).getDtsJobList().get(0);
  }

  private DescribePreCheckStatusResponse precheck(String job) throws ClientException {
    DescribePreCheckStatusRequest request = new DescribePreCheckStatusRequest();
    request.setDtsJobId(job);
    request.setJobCode("01");
    return cloud.call(request);
  }
}
