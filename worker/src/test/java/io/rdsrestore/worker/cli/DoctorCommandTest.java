package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.Project;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command against a sandbox without databases, and without a Temporal server. */
class DoctorCommandTest {
  private static final String INSTANCE = "rm-control1";
  private static final Pattern ACTION = Pattern.compile("\"((?:rds|dts):\\w+)\"");

  @RegisterExtension
  final SandboxOfTest sandbox =
      new SandboxOfTest(PrimarySpec.mysql(INSTANCE).database("shop", "orders"));

  @Test
  void whereNothingIsMissingItSaysSoAndChangesNothing() {
    Answer answer = doctor("--region", "cn-hangzhou", "--no-temporal");

    assertThat(answer.code()).as(answer.toString()).isEqualTo(ExitCode.DONE);
    assertThat(answer.out())
        .contains("ok             credentials", "calls are tried on rm-control1")
        .containsPattern("ok +rds:DescribePrice +allowed")
        .containsPattern("not checkable +rds:CloneDBInstance +it changes something")
        .contains("Nothing is known to be missing. Next: ./rds-restore plan -f restore.json")
        .doesNotContain("MISSING");
    assertThat(answer.out().lines()).allMatch(line -> line.length() <= 100);
    assertThat(sandbox.now().ledger()).isEmpty();
  }

  /** What a policy must allow and what is looked at are the same. */
  @Test
  void everyActionOfThePolicyHasARow() throws IOException {
    Set<String> rows = new TreeSet<>();
    for (JsonNode finding : json("--region", "cn-hangzhou", "--no-temporal").get("findings")) {
      if (finding.get("name").asText().matches("(rds|dts):\\w+")) {
        assertThat(rows.add(finding.get("name").asText())).isTrue();
      }
    }
    String policy = Files.readString(Project.folder().resolve("docs/permissions.md"));
    Set<String> allowed = new TreeSet<>();
    Matcher action = ACTION.matcher(policy.substring(0, policy.indexOf("\"Deny\"")));
    while (action.find()) {
      allowed.add(action.group(1));
    }
    assertThat(rows).isEqualTo(allowed);
  }

  @Test
  void whatIsForbiddenComesWithTheStatementThatAllowsIt() throws IOException {
    sandbox.now().faults().add(FaultRule.error("DescribeBackups", "Forbidden.RAM", 403, 9));
    sandbox.now().faults().add(FaultRule.error("WhiteIpList", "NoPermission", 403, 9));

    Answer answer = doctor("--region", "cn-hangzhou", "--no-temporal");
    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.out())
        .containsPattern("MISSING +rds:DescribeBackups +the cloud says Forbidden.RAM")
        .contains(
            "{\"Effect\":\"Allow\",\"Action\":[\"rds:DescribeBackups\",\"dts:WhiteIpList\"],\"Resource\":\"*\"}")
        .contains("2 things are missing");
    assertThat(
            json("--region", "cn-hangzhou", "--no-temporal").at("/ramStatement/Action").toString())
        .isEqualTo("[\"rds:DescribeBackups\",\"dts:WhiteIpList\"]");
  }

  @Test
  void namesThatAreNotThereAreSaid() {
    assertThat(doctor("--region", "cn-hangzhuo", "--no-temporal").out())
        .contains("RDS knows no region cn-hangzhuo");
    assertThat(doctor("--region", "cn-hangzhou", "--instance", "rm-other", "--no-temporal").out())
        .contains("there is no rm-other in cn-hangzhou")
        .containsPattern("not checkable +rds:DescribeBackups +it takes an RDS instance");
  }

  @Test
  void aKeyThatTheCloudDoesNotKnowIsAllThatIsSaid() {
    sandbox
        .now()
        .faults()
        .add(FaultRule.error("DescribeRegions", "InvalidAccessKeyId.NotFound", 404, 9));

    assertThat(doctor("--region", "cn-hangzhou", "--no-temporal").out())
        .containsPattern("MISSING +credentials ")
        .contains("InvalidAccessKeyId.NotFound")
        .contains("1 thing is missing");
  }

  @Test
  void aTemporalServerThatDoesNotAnswerIsMissingToo() {
    Answer answer = doctor("--region", "cn-hangzhou", "--address", "127.0.0.1:1");

    assertThat(answer.code()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.out()).containsPattern("MISSING +Temporal +No Temporal server answers");
  }

  private JsonNode json(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--json");
    return RestoreJson.mapper().readTree(doctor(all.toArray(String[]::new)).out());
  }

  private Answer doctor(String... arguments) {
    return Answer.to(List.of("doctor", "--cloud-endpoint", sandbox.now().endpoint()), arguments);
  }
}
