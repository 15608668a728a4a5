package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The command against a sandbox without databases. */
class PlanCommandTest {
  private static final String INSTANCE = "rm-control1";
  @TempDir private Path temp;

  @RegisterExtension
  final SandboxOfTest sandbox =
      new SandboxOfTest(PrimarySpec.mysql(INSTANCE).database("shop", "orders", "customers"));

  @Test
  void printsOneTableOfAtMostHundredColumns() throws IOException {
    Answer answer = plan(request(INSTANCE, ""));

    assertThat(answer.code()).as("%s", answer).isEqualTo(ExitCode.DONE);
    assertThat(answer.out())
        .contains(
            "restored    shop.orders -> database shop_restored_",
            "and what has a free place of its own in shop",
            "recovery window: ",
            "bought      clone ",
            " an hour; about ",
            "takes       about ",
            "join whitelist group",
            "ok           instance.state",
            "not checked  notChecked.balance",
            "CHECK_SAME_OBJ",
            "Nothing known stops this restore");
    assertThat(answer.out().lines().filter(line -> !line.contains("aliyun")))
        .allMatch(line -> line.length() <= 100);
    assertThat(sandbox.now().ledger()).isEmpty();
  }

  @Test
  void whoReadsChineseIsToldThatTheRequestDecides() throws IOException {
    String hint = "请求没有写明语言";

    assertThat(plan(request(INSTANCE, ""), "--language", "zh").out())
        .contains(hint, "\"language\": \"zh\"");
    assertThat(plan(request(INSTANCE, ", \"language\": \"en\""), "--language", "zh").out())
        .isNotEmpty()
        .doesNotContain(hint);
    assertThat(plan(request(INSTANCE, ""), "--language", "zh", "--json").out())
        .isNotEmpty()
        .doesNotContain(hint);
    assertThat(plan(request(INSTANCE, "")).out()).doesNotContain("names no language");
  }

  @Test
  void answersProgramsInJson() throws IOException {
    Answer answer = plan(request(INSTANCE, ""), "--json");
    JsonNode json = RestoreJson.mapper().readTree(answer.out());

    assertThat(answer.code()).isZero();
    assertThat(json.fieldNames())
        .toIterable()
        .contains("target", "source", "price", "durations", "checks", "predictions");
    assertThat(json.at("/checks/0").fieldNames()).toIterable().contains("id", "status", "message");
    assertThat(json.at("/durations/total").asText()).startsWith("PT");
  }

  @Test
  void aBlockerIsExitOne() throws IOException {
    Answer answer = plan(request(INSTANCE, ", \"limits\": {\"maxCost\": 0.01}"));

    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.out())
        .contains("BLOCKER      cost", "-> start again with a higher", "1 blocker stops");
  }

  @Test
  void whatThePolicyOfTheWorkersRefusesIsABlocker() throws IOException {
    Path policy =
        Files.writeString(
            temp.resolve("policy.json"),
            "{\"rules\": {\"opted-in\": {\"allow\": {\"tags\": {\"restore\": \"yes\"}}}}}");
    Answer answer = plan(request(INSTANCE, ""), "--policy", policy.toString());

    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.out()).contains("BLOCKER      policy", "policy rule opted-in refuses it");
  }

  @Test
  void anExistingAccountWhosePasswordIsNotHereIsLeftToTheWorker() throws IOException {
    Answer answer =
        plan(
            request(
                INSTANCE,
                ", \"accounts\": {\"mode\": \"existing\", \"userName\": \"dba\","
                    + " \"passwordRef\": \"env:RDS_RESTORE_NO_SUCH_VARIABLE\"}"));

    assertThat(answer.code()).as("%s", answer).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.out())
        .contains(
            "BLOCKER      account ",
            "not checked  account.password",
            "not checked  database.reachable");
  }

  @Test
  void troubleIsOneSentence() throws IOException {
    Answer unknown = plan(request("rm-nowhere", ""));
    assertThat(unknown.code()).isEqualTo(ExitCode.FAILED);
    assertThat(unknown.err())
        .startsWith("Could not read the primary: There is no instance rm-nowhere")
        .contains("Check instance id, region and account.")
        .hasLineCount(1);

    sandbox.forgetSecret();
    Answer refused = plan(request(INSTANCE, ""));
    assertThat(refused.code()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err())
        .contains("SignatureDoesNotMatch", "Check the access key")
        .hasLineCount(1);
  }

  @Test
  void aWrongRequestIsExitTwo() throws IOException {
    Answer answer = plan(Files.writeString(temp.resolve("bad.json"), "{}"));

    assertThat(answer.code()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("regionId");
  }

  private Path request(String instance, String more) throws IOException {
    return Files.writeString(
        temp.resolve("restore.json"),
        """
        {"regionId": "%s", "instanceId": "%s", "restoreTo": {"time": "%s"},
         "objects": [{"database": "shop", "tables": ["orders"]}],
         "requestedBy": "ana", "reason": "INC-4711"%s}
        """
            .formatted(
                Sandbox.REGION,
                instance,
                Instant.now().truncatedTo(ChronoUnit.HOURS).minusSeconds(3600),
                more));
  }

  private Answer plan(Path request, String... more) {
    return Answer.to(
        List.of("plan", "-f", request.toString(), "--cloud-endpoint", sandbox.now().endpoint()),
        more);
  }
}
