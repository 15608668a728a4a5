package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.rdsrestore.sandbox.settings.SandboxTimings;
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

/** Faults ordered over HTTP, and what ledger and call log say afterwards. */
class FaultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private Sandbox sandbox;
  private Cloud cloud;

  @BeforeEach
  void start() {
    sandbox =
        Sandbox.builder()
            .accessKey(Cloud.ID, Cloud.SECRET)
            .timings(SandboxTimings.instant())
            .build()
            .start();
    cloud = new Cloud(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void errorBeforeCommitHitsAsOftenAsAsked() throws Exception {
    post(
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"error\",\"code\":\"Throttling\",\"times\":2}]");
    refused("Throttling");
    refused("Throttling");
    assertThat(sandbox.ledger()).isEmpty();
    buy();
    assertThat(sandbox.ledger()).hasSize(1);
    assertThat(sandbox.calls().count("CloneDBInstance")).isEqualTo(3);
  }

  @Test
  void lostAnswersHideAPurchaseThatWasMade() throws Exception {
    for (String effect : new String[] {"reset", "html502"}) {
      post(
          "[{\"action\":\"CloneDBInstance\",\"when\":\"afterCommit\",\"effect\":\""
              + effect
              + "\"}]");
      assertThatThrownBy(this::buy).isInstanceOf(ClientException.class);
    }
    JsonNode ledger = get("/sandbox/ledger");
    assertThat(ledger).hasSize(2);
    assertThat(ledger.get(0).get("kind").asText()).isEqualTo("clone");
    assertThat(ledger.get(0).get("releasedAt").isNull()).isTrue();
    assertThat(ledger.get(0).get("restoreId").asText()).isEqualTo("abcdefghij");
  }

  @Test
  void noAnswerAndDelayEndAfterTheirTime() throws Exception {
    post(
        "[{\"action\":\"DescribeRegions\",\"effect\":\"noAnswer\",\"ms\":50},"
            + "{\"action\":\"DescribeRegions\",\"effect\":\"delay\",\"ms\":50}]");
    assertThatThrownBy(() -> cloud.rds("DescribeRegions")).isInstanceOf(ClientException.class);
    assertThat(cloud.rds("DescribeRegions").at("/Regions/RDSRegion")).isNotEmpty();
  }

  @Test
  void dtsMaySayFalseWithHttp200() throws Exception {
    post(
        "[{\"action\":\"DescribeDtsJobs\",\"effect\":\"successFalse\",\"code\":\"InternalError\"}]");
    JsonNode answer = cloud.dts("DescribeDtsJobs");
    assertThat(answer.get("Success").asBoolean()).isFalse();
    assertThat(answer.get("ErrCode").asText()).isEqualTo("InternalError");
  }

  @Test
  void faultsAreListedClearedAndChecked() throws Exception {
    post("[{\"action\":\"DeleteDBInstance\",\"effect\":\"reset\",\"times\":3}]");
    assertThat(get("/sandbox/faults").get(0).get("times").asInt()).isEqualTo(3);
    send(HttpRequest.newBuilder().DELETE(), "/sandbox/faults");
    assertThat(get("/sandbox/faults")).isEmpty();
    post("[{\"action\":\"DtsPrecheck\",\"code\":\"CHECK_ENGINE\"}]");
    assertThat(get("/sandbox/faults").get(0).get("effect").asText()).isEqualTo("error");
    send(HttpRequest.newBuilder().DELETE(), "/sandbox/faults");
    HttpResponse<String> item =
        send(
            HttpRequest.newBuilder()
                .POST(
                    BodyPublishers.ofString(
                        "[{\"action\":\"DtsPrecheck\",\"code\":\"Throttling\"}]")),
            "/sandbox/faults");
    assertThat(item.statusCode()).isEqualTo(400);
    assertThat(item.body()).contains("CHECK_ENGINE");
    HttpResponse<String> wrong =
        send(
            HttpRequest.newBuilder().POST(BodyPublishers.ofString("[{\"effect\":\"boom\"}]")),
            "/sandbox/faults");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("error");
    HttpResponse<String> misspelt =
        send(
            HttpRequest.newBuilder()
                .POST(
                    BodyPublishers.ofString(
                        "[{\"action\":\"CloneDBInstanc\",\"effect\":\"reset\"}]")),
            "/sandbox/faults");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(misspelt.body()).contains("there is no action CloneDBInstanc");
  }

  @Test
  void callLogHoldsNamesAndNoValues() throws Exception {
    cloud.rds(
        "CreateAccount",
        "DBInstanceId",
        Sandbox.SAMPLE_PRIMARY,
        "AccountName",
        "mover",
        "AccountPassword",
        "Passw0rd!");
    JsonNode calls = get("/sandbox/calls");
    JsonNode call = calls.get("calls").get(0);
    assertThat(calls.get("counts").get("CreateAccount").asInt()).isEqualTo(1);
    assertThat(call.get("code").asText()).isEqualTo("OK");
    assertThat(call.get("inBody").toString()).contains("AccountPassword");
    assertThat(call.get("inQuery").toString())
        .contains("AccountName")
        .doesNotContain("AccountPassword");
    assertThat(calls.toString()).doesNotContain("Passw0rd!");
  }

  private void refused(String code) {
    assertThatThrownBy(this::buy)
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.getErrCode()).isEqualTo(code));
  }

  private void buy() throws ClientException {
    cloud.rds(
        "CloneDBInstance",
        "DBInstanceId",
        Sandbox.SAMPLE_PRIMARY,
        "PayType",
        "Postpaid",
        "BackupId",
        "1000000001",
        "DBInstanceDescription",
        "rr-abcdefghij");
  }

  private void post(String faults) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(faults)), "/sandbox/faults");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(HttpRequest.newBuilder().GET(), path).body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path)
      throws IOException, InterruptedException {
    return http.send(
        request.uri(URI.create(sandbox.endpoint() + path)).build(), BodyHandlers.ofString());
  }
}
