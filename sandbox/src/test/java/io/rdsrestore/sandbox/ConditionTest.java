package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstancePerformanceRequest;
import com.aliyuncs.rds.model.v20140815.DescribeReadDBInstanceDelayRequest;
import com.aliyuncs.rds.model.v20140815.DescribeResourceUsageRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What tests and people set about an instance, as Alibaba's own client reads it. */
class ConditionTest {
  private static final String P = "rm-primary01";
  private static final String REPLICA = "rr-replica01";

  private final HttpClient http = HttpClient.newHttpClient();
  private Sandbox sandbox;
  private Cloud cloud;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .samplePrimary(false)
            .primary(PrimarySpec.mysql(P).storage(100, "local_ssd").replica(REPLICA).build())
            .build()
            .start();
    cloud = new Cloud(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void theDiskIsUsedInPartUntilSaidOtherwise() throws ClientException {
    DescribeResourceUsageRequest request = new DescribeResourceUsageRequest();
    request.setDBInstanceId(P);
    assertThat(cloud.call(request).getDiskUsed()).isEqualTo(40L << 30);
    sandbox.condition(P).setDiskUsedBytes(90L << 30);
    var usage = cloud.call(request);
    assertThat(usage.getDiskUsed()).isEqualTo(90L << 30);
    assertThat(usage.getDataSize() + usage.getLogSize()).isEqualTo(90L << 30);
  }

  @Test
  void aReplicaIsAnInstanceOfItsOwn() throws ClientException {
    JsonNode replica =
        cloud
            .rds("DescribeDBInstanceAttribute", "DBInstanceId", REPLICA)
            .at("/Items/DBInstanceAttribute/0");
    assertThat(replica.get("DBInstanceType").asText()).isEqualTo("Readonly");
    assertThat(replica.get("MasterInstanceId").asText()).isEqualTo(P);
    JsonNode all = cloud.rds("DescribeDBInstances", "RegionId", Sandbox.REGION);
    assertThat(all.findValuesAsText("DBInstanceId")).contains(P, REPLICA);
    JsonNode primary =
        cloud
            .rds("DescribeDBInstanceAttribute", "DBInstanceId", P)
            .at("/Items/DBInstanceAttribute/0");
    assertThat(primary.has("MasterInstanceId")).isFalse();
    assertThat(primary.at("/ReadOnlyDBInstanceIds/ReadOnlyDBInstanceId/0/DBInstanceId").asText())
        .isEqualTo(REPLICA);
  }

  @Test
  void aReplicaFallsBehind() throws ClientException {
    DescribeReadDBInstanceDelayRequest request = new DescribeReadDBInstanceDelayRequest();
    request.setDBInstanceId(P);
    request.setReadInstanceId(REPLICA);
    assertThat(cloud.call(request).getDelayTime()).isZero();
    sandbox.condition(P).setReplicaDelaySeconds(REPLICA, 75);
    var delay = cloud.call(request);
    assertThat(delay.getDelayTime()).isEqualTo(75);
    assertThat(delay.getReadDBInstanceId()).isEqualTo(REPLICA);
    assertThat(delay.getItems().get(0).getReadDelayTimes()).containsExactly("75");
    assertThat(delay.getItems().get(0).getReadDBInstanceNames()).containsExactly(REPLICA);
    request.setReadInstanceId("rr-other");
    assertThatThrownBy(() -> cloud.call(request)).hasMessageContaining("InvalidDBInstanceId");
  }

  @Test
  void theLoadIsOnePointAMinute() throws ClientException {
    sandbox.condition(P).setCpuPercent(97.5);
    DescribeDBInstancePerformanceRequest request = new DescribeDBInstancePerformanceRequest();
    request.setDBInstanceId(P);
    request.setKey("MySQL_MemCpuUsage,MySQL_Sessions,MySQL_QPSTPS,Other");
    request.setStartTime("2026-11-22T08:00Z");
    request.setEndTime("2026-11-22T08:04Z");
    var keys = cloud.call(request).getPerformanceKeys();
    assertThat(keys)
        .extracting(key -> key.getKey())
        .containsExactly("MySQL_MemCpuUsage", "MySQL_Sessions", "MySQL_QPSTPS");
    assertThat(keys.get(0).getValues()).hasSize(5);
    assertThat(keys.get(0).getValues().get(4).getValue()).isEqualTo("97.50&40.00");
    assertThat(keys.get(0).getValues().get(4).getDate()).isEqualTo("2026-11-22T08:04:00Z");
  }

  @Test
  void aLockIsShownAndRefusesChanges() throws Exception {
    JsonNode answer =
        post("{\"lockMode\":\"LockByDiskQuota\",\"lockReason\":\"The disk is full.\"}", 200);
    assertThat(answer.get("lockMode").asText()).isEqualTo("LockByDiskQuota");
    JsonNode shown =
        cloud
            .rds("DescribeDBInstanceAttribute", "DBInstanceId", P)
            .at("/Items/DBInstanceAttribute/0");
    assertThat(shown.get("LockMode").asText()).isEqualTo("LockByDiskQuota");
    assertThat(shown.get("LockReason").asText()).isEqualTo("The disk is full.");
    assertThatThrownBy(
            () ->
                cloud.rds(
                    "CreateDatabase", "DBInstanceId", P, "DBName", "x", "CharacterSetName", "utf8"))
        .hasMessageContaining("OperationDenied.LockMode");
    post("{\"lockMode\":\"Unlock\"}", 200);
    cloud.rds("CreateDatabase", "DBInstanceId", P, "DBName", "x", "CharacterSetName", "utf8");
  }

  @Test
  void peopleSetAndSeeItOverHttp() throws Exception {
    post(
        "{\"diskUsedBytes\":5,\"replicaDelaySeconds\":{\"" + REPLICA + "\":9},\"cpuPercent\":3}",
        200);
    JsonNode shown = send(HttpRequest.newBuilder().GET(), P, 200);
    assertThat(shown.get("diskUsedBytes").asLong()).isEqualTo(5);
    assertThat(shown.at("/replicaDelaySeconds/" + REPLICA).asInt()).isEqualTo(9);
    assertThat(shown.get("cpuPercent").asDouble()).isEqualTo(3);
    assertThat(shown.get("lockMode").asText()).isEqualTo("Unlock");
    send(HttpRequest.newBuilder().GET(), "rm-none", 404);
    for (String wrong :
        new String[] {
          "{\"diskUsedBytes\":-1}",
          "{\"diskUsed\":1}",
          "{\"lockMode\":\"Shut\"}",
          "{\"lockReason\":\"why\"}",
          "{\"replicaDelaySeconds\":{\"rr-none\":1}}",
          "{\"cpuPercent\":101}",
          "not json"
        }) {
      assertThat(post(wrong, 400).get("error").asText()).as(wrong).isNotEmpty();
    }
  }

  @Test
  void connectivityIsAnsweredByTheWhitelist() throws ClientException {
    cloud.rds("ModifySecurityIps", "DBInstanceId", P, "SecurityIps", "10.1.0.0/16");
    assertThat(connectivity("10.1.200.3").get("ConnCheckResult").asText()).isEqualTo("Success");
    JsonNode outside = connectivity("10.2.0.1");
    assertThat(outside.get("ConnCheckResult").asText()).isEqualTo("Failed");
    assertThat(outside.get("ConnCheckErrorCode").asText())
        .isEqualTo("SRC_IP_NOT_IN_USER_WHITELIST");
    assertThatThrownBy(() -> connectivity("nowhere")).hasMessageContaining("SourceIpAddress");
  }

  private JsonNode connectivity(String address) throws ClientException {
    return cloud.rds(
        "DescribeDBInstanceConnectivity", "DbInstanceName", P, "SourceIpAddress", address);
  }

  private JsonNode post(String body, int status) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), P, status);
  }

  private JsonNode send(HttpRequest.Builder request, String id, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.uri(URI.create(sandbox.endpoint() + "/sandbox/instances/" + id)).build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return new ObjectMapper().readTree(answer.body());
  }
}
