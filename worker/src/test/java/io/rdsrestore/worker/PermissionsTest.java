package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.RpcAcsRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.json.RestoreJson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The policy in docs/permissions.md against the cloud's actions that the code refers to. */
class PermissionsTest {
  private static final Pattern REQUEST =
      Pattern.compile("com\\.aliyuncs\\.(rds|dts)\\.model\\.v\\d+\\.(\\w+)Request");
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

  @Test
  void allowsExactlyWhatTheCodeCalls() throws IOException {
    assertThat(actions("Allow")).isEqualTo(actionsInCode());
  }

  @Test
  void deniesLiftingADeletionProtection() throws IOException {
    assertThat(actions("Deny")).containsExactly("rds:ModifyDBInstanceDeletionProtection");
    assertThat(actionsInCode()).doesNotContain("rds:ModifyDBInstanceDeletionProtection");
  }

  @Test
  void deletesInstancesOnlyWithOurTag() throws IOException {
    for (JsonNode statement : policy().get("Statement")) {
      if (statement.get("Action").toString().contains("rds:DeleteDBInstance")) {
        assertThat(statement.at("/Condition/StringLike").fieldNames())
            .toIterable()
            .containsExactly("rds:ResourceTag/" + RestoreMark.TAG_RESTORE_ID);
        assertThat(statement.get("Action")).hasSize(1);
      }
    }
  }

  private static Set<String> actions(String effect) throws IOException {
    Set<String> actions = new TreeSet<>();
    for (JsonNode statement : policy().get("Statement")) {
      if (statement.get("Effect").asText().equals(effect)) {
        statement.get("Action").forEach(action -> actions.add(action.asText()));
      }
    }
    return actions;
  }

  private static JsonNode policy() throws IOException {
    Matcher block =
        JSON_BLOCK.matcher(Files.readString(Project.folder().resolve("docs/permissions.md")));
    assertThat(block.find()).isTrue();
    return RestoreJson.mapper().readTree(block.group(1));
  }

  private static Set<String> actionsInCode() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.rdsrestore.activities");
    Set<String> actions = new TreeSet<>();
    for (JavaClass one : classes) {
      if (one.getRawSuperclass()
          .filter(base -> base.isEquivalentTo(RpcAcsRequest.class))
          .isPresent()) {
        // An action that the SDK has no class for.
        String service = one.getPackageName().replaceFirst(".*\\.", "");
        actions.add(service + ":" + one.getSimpleName().replaceFirst("Request$", ""));
      }
      one.getDirectDependenciesFromSelf().stream()
          .map(dependency -> REQUEST.matcher(dependency.getTargetClass().getName()))
          .filter(Matcher::matches)
          .forEach(match -> actions.add(match.group(1) + ":" + match.group(2)));
    }
    return actions;
  }
}
