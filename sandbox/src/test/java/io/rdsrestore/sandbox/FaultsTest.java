package io.rdsrestore.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aliyuncs.exceptions.ClientException;
import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults ordered over HTTP or by annotation, and what ledger and call log say afterwards. */
@WithSandbox
class FaultsTest {
  private static final String P = Sandbox.SAMPLE_PRIMARY;

  @Test
  void errorBeforeCommitHitsAsOftenAsAsked(Sandbox sandbox, Cloud cloud, Admin admin)
      throws Exception {
    admin.post(
        "faults",
        "[{\"action\":\"CloneDBInstance\",\"when\":\"before\",\"effect\":\"error\","
            + "\"code\":\"Throttling\",\"http\":400,\"times\":2}]");
    refused("Throttling", cloud);
    refused("Throttling", cloud);
    assertThat(sandbox.ledger()).isEmpty();
    buy(cloud);
    assertThat(sandbox.ledger()).hasSize(1);
    assertThat(sandbox.calls().count("CloneDBInstance")).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"reset", "html502", "noAnswer\",\"ms\":\"20"})
  void lostAnswersHideAPurchaseThatWasMade(String effect, Cloud cloud, Admin admin)
      throws Exception {
    admin.post(
        "faults",
        "[{\"action\":\"CloneDBInstance\",\"when\":\"afterCommit\",\"effect\":\""
            + effect
            + "\"}]");
    assertThatThrownBy(() -> buy(cloud)).isInstanceOf(ClientException.class);
    JsonNode ledger = admin.get("ledger");
    assertThat(ledger).hasSize(1);
    assertThat(ledger.get(0).get("kind").asText()).isEqualTo("clone");
    assertThat(ledger.get(0).get("releasedAt").isNull()).isTrue();
    assertThat(ledger.get(0).get("restoreId").asText()).isEqualTo("abcdefghij");
  }

  @Test
  @WithSandbox(
      faults =
          """
          [{"action": "DescribeRegions", "effect": "noAnswer", "ms": 50},
           {"action": "DescribeRegions", "effect": "delay", "ms": 50}]
          """)
  void noAnswerAndDelayEndAfterTheirTime(Cloud cloud) throws ClientException {
    assertThatThrownBy(() -> cloud.rds("DescribeRegions")).isInstanceOf(ClientException.class);
    assertThat(cloud.rds("DescribeRegions").at("/Regions/RDSRegion")).isNotEmpty();
  }

  @Test
  @WithSandbox(faults = "[{\"action\": \"DescribeRegions\", \"effect\": \"trickle\", \"ms\": 300}]")
  void aTrickleIsTheRightAnswerInItsTime(Cloud cloud) throws ClientException {
    long begin = System.nanoTime();
    assertThat(cloud.rds("DescribeRegions").at("/Regions/RDSRegion")).isNotEmpty();
    assertThat(System.nanoTime() - begin).isGreaterThan(250_000_000L);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"DescribeDtsJobs", "SuspendDtsJob", "StopDtsJob", "SkipPreCheck", "StartDtsJob"})
  void dtsMaySayFalseWithHttp200(String action, Cloud cloud, Admin admin) throws Exception {
    admin.post(
        "faults",
        "[{\"action\":\"" + action + "\",\"effect\":\"successFalse\",\"code\":\"InternalError\"}]");
    JsonNode answer = cloud.dts(action, "DtsJobId", "any", "Skip", "true");
    assertThat(answer.get("Success").asBoolean()).isFalse();
    assertThat(answer.get("ErrCode").asText()).isEqualTo("InternalError");
  }

  @Test
  @WithSandbox(faults = "[{\"action\": \"CloneDBInstance\", \"effect\": \"hide\"}]")
  void whatIsHiddenIsInNoListAndNotFound(Cloud cloud, Sandbox sandbox) throws ClientException {
    String clone = buy(cloud);
    assertThat(listed(cloud).findValuesAsText("DBInstanceId")).containsExactly(P);
    assertThat(listed(cloud).get("TotalRecordCount").asInt()).isEqualTo(1);
    assertThatThrownBy(() -> status(cloud, clone))
        .isInstanceOfSatisfying(
            ClientException.class,
            e -> assertThat(e.getErrCode()).isEqualTo("InvalidDBInstanceId.NotFound"));
    assertThat(status(cloud, P)).isEqualTo("Running");
    assertThat(sandbox.ledger()).hasSize(1);
  }

  @Test
  @WithSandbox(
      faults = "[{\"action\": \"DescribeDBInstances\", \"effect\": \"hide\", \"ms\": 200}]")
  void aListMayHideWhatIsFreshForAWhile(Cloud cloud) throws ClientException {
    assertThat(listed(cloud).findValuesAsText("DBInstanceId")).containsExactly(P);
    String clone = buy(cloud);
    assertThat(listed(cloud).findValuesAsText("DBInstanceId")).containsExactly(P);
    assertThat(status(cloud, clone)).isEqualTo("Running");
    long deadline = System.nanoTime() + 10_000_000_000L;
    while (!listed(cloud).findValuesAsText("DBInstanceId").contains(clone)) {
      assertThat(System.nanoTime()).isLessThan(deadline);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DescribeDBInstanceAttribute, , Failed",
    "DescribeDBInstanceAttribute, Stopping, Stopping",
    "CloneDBInstance, , Failed",
    "CloneDBInstance, Restoring, Restoring"
  })
  void aStateFlapsOnce(String action, String code, String shown, Cloud cloud, Admin admin)
      throws Exception {
    admin.post(
        "faults",
        "[{\"action\":\""
            + action
            + "\",\"effect\":\"flap\""
            + (code == null ? "" : ",\"code\":\"" + code + "\"")
            + "}]");
    String clone = buy(cloud);
    assertThat(status(cloud, clone)).isEqualTo(shown);
    assertThat(status(cloud, clone)).isEqualTo("Running");
    assertThat(admin.get("faults")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DescribeDBInstanceAttribute", "CloneDBInstance"})
  void notFoundForAMoment(String action, Cloud cloud, Admin admin) throws Exception {
    admin.post(
        "faults", "[{\"action\":\"" + action + "\",\"effect\":\"flap\",\"code\":\"NotFound\"}]");
    String clone = buy(cloud);
    assertThatThrownBy(() -> status(cloud, clone)).isInstanceOf(ClientException.class);
    assertThat(status(cloud, clone)).isEqualTo("Running");
  }

  @Test
  @WithSandbox(faultSeed = 5)
  void chanceHitsTheSameCallsInEveryRun(Sandbox sandbox, Cloud cloud) {
    for (int i = 0; i < 200; i++) {
      try {
        cloud.rds("DescribeRegions");
      } catch (ClientException refused) {
        assertThat(refused.getMessage()).isNotEmpty();
      }
    }
    // By the definition of chance: what the seed says for each of the calls.
    long wanted =
        java.util.stream.LongStream.rangeClosed(1, 200)
            .filter(
                n ->
                    io.rdsrestore.sandbox.http.RandomFaults.of(5)
                        .of("DescribeRegions", n)
                        .isPresent())
            .count();
    assertThat(wanted).isPositive();
    assertThat(sandbox.calls().latest())
        .filteredOn(call -> !call.code().equals("OK"))
        .hasSize((int) wanted);
  }

  @Test
  void faultsAreListedAndCleared(Admin admin) throws Exception {
    admin.post("faults", "[{\"action\":\"DeleteDBInstance\",\"effect\":\"reset\",\"times\":3}]");
    assertThat(admin.get("faults").get(0).get("times").asInt()).isEqualTo(3);
    assertThat(admin.delete("faults")).isEmpty();
    assertThat(admin.get("faults")).isEmpty();
    admin.post("faults", "[{\"action\":\"DtsPrecheck\",\"code\":\"CHECK_ENGINE\"}]");
    assertThat(admin.get("faults").get(0).get("effect").asText()).isEqualTo("error");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[{\"action\":\"CloneDBInstanc\",\"effect\":\"reset\"}] | there is no action",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"boom\"}] | effect cannot be boom; it is one",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"reset\",\"when\":\"late\"}] | when cannot",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"error\"}] | error needs a code",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"reset\",\"tims\":2}] | no field tims",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"reset\",\"times\":0}] | times starts at 1",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"reset\",\"ms\":\"x\"}] | number is expected",
        "[{\"action\":\"CloneDBInstance\",\"effect\":\"diskFull\"}] | not for CloneDBInstance",
        "[{\"action\":\"DtsCopy\",\"effect\":\"reset\"}] | not for DtsCopy",
        "[{\"action\":\"DescribeRegions\",\"effect\":\"flap\"}] | but for CloneDBInstance",
        "[{\"action\":\"DtsPrecheck\",\"code\":\"Throttling\"}] | CHECK_ENGINE",
        "[{\"effect\":\"reset\"}] | needs an action",
        "[null] | without null",
        "[{] | not JSON",
        "\"reset\" | a list of faults is expected"
      })
  void whatMakesNoSenseIsRefusedAndNothingIsAdded(String body, String why, Admin admin)
      throws Exception {
    assertThat(admin.refused("faults", body)).contains(why).doesNotContain("io.rdsrestore");
    String valid = "{\"action\":\"CloneDBInstance\",\"effect\":\"reset\"}";
    if (body.startsWith("[{\"")) {
      assertThat(admin.refused("faults", "[" + valid + "," + body.substring(1))).contains(why);
    }
    assertThat(admin.get("faults")).isEmpty();
  }

  @Test
  void callLogHoldsNamesAndNoValues(Cloud cloud, Admin admin) throws Exception {
    cloud.rds(
        "CreateAccount", "DBInstanceId", P, "AccountName", "mover", "AccountPassword", "Passw0rd!");
    JsonNode calls = admin.get("calls");
    JsonNode call = calls.get("calls").get(0);
    assertThat(calls.get("counts").get("CreateAccount").asInt()).isEqualTo(1);
    assertThat(call.get("code").asText()).isEqualTo("OK");
    assertThat(call.get("inBody").toString()).contains("AccountPassword");
    assertThat(call.get("inQuery").toString())
        .contains("AccountName")
        .doesNotContain("AccountPassword");
    assertThat(calls.toString()).doesNotContain("Passw0rd!");
  }

  private static void refused(String code, Cloud cloud) {
    assertThatThrownBy(() -> buy(cloud))
        .isInstanceOfSatisfying(
            ClientException.class, e -> assertThat(e.getErrCode()).isEqualTo(code));
  }

  private static JsonNode listed(Cloud cloud) throws ClientException {
    return cloud.rds("DescribeDBInstances", "RegionId", Sandbox.REGION);
  }

  private static String status(Cloud cloud, String instance) throws ClientException {
    return cloud
        .rds("DescribeDBInstanceAttribute", "DBInstanceId", instance)
        .at("/Items/DBInstanceAttribute/0/DBInstanceStatus")
        .asText();
  }

  private static String buy(Cloud cloud) throws ClientException {
    return cloud
        .rds(
            "CloneDBInstance",
            "DBInstanceId",
            P,
            "PayType",
            "Postpaid",
            "BackupId",
            "1000000001",
            "DBInstanceDescription",
            "rr-abcdefghij")
        .get("DBInstanceId")
        .asText();
  }
}
