package io.rdsrestore.worker.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.worker.Project;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.policy.Forbidden;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.policy.PolicyRule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyFileTest {
  @TempDir private Path folder;

  private Policy read(String json) throws IOException {
    return PolicyFile.read(Files.writeString(folder.resolve("policy.json"), json));
  }

  private String refused(String json) {
    return catchThrowableOfType(UserError.class, () -> read(json)).getMessage();
  }

  /** As Notepad and PowerShell save it. */
  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void aFileOfAWindowsEditorIsRead(String encoding) throws IOException {
    String json = "\uFEFF{\"rules\": {\r\n\t\"cost\": {\"maxCost\": 2, \"because\": \"贵\"}}}\r\n";
    Path file =
        Files.write(folder.resolve("policy.json"), json.getBytes(Charset.forName(encoding)));
    assertThat(PolicyFile.read(file).rules().get(0).because()).isEqualTo("贵");
  }

  @Test
  void whatIsNoJsonAtAllIsSaidInASentence() throws IOException {
    assertThat(refused("")).endsWith(" has 1 problem:" + System.lineSeparator() + "  it is empty");
    assertThat(refused(" \r\n")).endsWith("  it is empty");
    assertThat(refused("rules:\n\tcost:\n\t\tmaxCost: 2\n"))
        .endsWith("  it is not JSON, which begins with {; YAML is not read");
    Path latin = Files.write(folder.resolve("latin.json"), new byte[] {'{', (byte) 0xE4, '}'});
    assertThat(catchThrowableOfType(UserError.class, () -> PolicyFile.read(latin)))
        .hasMessage("The policy file %s is not UTF-8: save it as UTF-8.".formatted(latin));
    Path none = folder.resolve("none.json");
    assertThat(catchThrowableOfType(UserError.class, () -> PolicyFile.read(none)))
        .hasMessage("The policy file %s is not there.".formatted(none));
  }

  @Test
  void theExampleOfTheDocsIsRead() throws IOException {
    String example = Files.readString(Project.folder().resolve("docs/examples/policy.json"));
    Policy policy = read(example);
    assertThat(policy.rules())
        .extracting(PolicyRule::name)
        .containsExactly(
            "core-hands-off", "cost", "opted-in", "our-regions", "production-two-people");
    PolicyFacts core =
        policy.of(
            new InstanceReference("cn-shanghai", "rm-core01"),
            Map.of("env", "production", "restore", "allowed"));
    assertThat(core.names()).hasSize(5);
    assertThat(core.refusalOfInstance()).isEmpty();
    assertThat(core.capped(null)).isEqualByComparingTo(new BigDecimal(200));
    assertThat(core.rules().get(0).forbid())
        .containsExactly(
            Forbidden.SWAP, Forbidden.MERGE, Forbidden.KEEP_CLONE, Forbidden.SKIP_PRECHECK_ITEMS);
    assertThat(
            policy.of(new InstanceReference("cn-shanghai", "rm-1"), Map.of()).refusalOfInstance())
        .contains(
            "policy rule opted-in refuses it: instance rm-1 has no tag restore=allowed (tag the"
                + " instance restore=allowed, or ask #dba)");
    assertThat(Files.readString(Project.folder().resolve("docs/policy.md")))
        .contains("```json\n" + example + "```");
  }

  @ParameterizedTest
  @ValueSource(strings = {"abort", "withdraw", "pause", "resume", "retry", "approve", "undo"})
  void nobodyMayBeStuck(String word) {
    assertThat(refused("{\"rules\": {\"a\": {\"forbid\": [\"%s\"]}}}".formatted(word)))
        .contains("rules.a.forbid[0]: %s cannot be forbidden: nobody may be stuck".formatted(word));
  }

  @Test
  void allMistakesComeInOneAnswerByTheirPath() {
    assertThat(
            refused(
                """
                {"rules": {
                  "a b": {"maxCost": 1},
                  "c": {"maxCost": -1, "approval": "yes", "approver": "other", "forbit": []},
                  "d": {"where": {}, "allow": {"instances": ["rm core"], "tags": {}}},
                  "e": {"because": "nothing"},
                  "f": {"forbid": ["drop"]}}, "x": 1}
                """))
        .contains(
            "rules.a b: a name has letters",
            "rules.c.maxCost: must be more than 0",
            "rules.c.approval: must be required, or left out",
            "rules.c.approver: must be notRequester, or left out",
            "rules.c.forbit: is not supported by this version; did you mean \"forbid\"?",
            "rules.d.where: is empty",
            "rules.d.allow.instances[0]: must be an id",
            "rules.d.allow.tags: must be patterns of values by key",
            "rules.e: it refuses nothing",
            "rules.f.forbid[0]: must be one of swap, merge",
            "x: is not supported");
  }

  @Test
  void rulesAreThere() {
    assertThat(refused("{\"rules\": {}}")).contains("rules: must be from 1 to 200 rules");
    assertThat(refused("{}")).contains("rules: is missing");
    assertThat(refused("{\"rules\": {\"a\": {\"maxCost\": 1}, \"a\": {\"maxCost\": 2}}}"))
        .contains("has a field twice");
    assertThat(List.of(refused("{"))).hasSize(1);
  }
}
