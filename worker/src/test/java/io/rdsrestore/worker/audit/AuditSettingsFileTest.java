package io.rdsrestore.worker.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.rdsrestore.activities.audit.AuditSettings;
import io.rdsrestore.worker.Project;
import io.rdsrestore.worker.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditSettingsFileTest {
  @TempDir private Path folder;

  private AuditSettings read(String json) throws IOException {
    return AuditSettingsFile.read(
        Files.writeString(folder.resolve("audit.json"), json),
        reference -> "https://audit.example.com/canary");
  }

  private String refused(String json) {
    String said = catchThrowableOfType(UserError.class, () -> read(json)).getMessage();
    assertThat(said).doesNotContain("canary");
    return said;
  }

  @Test
  void theExampleOfTheDocsIsRead() throws IOException {
    String example = Files.readString(Project.folder().resolve("docs/examples/audit.json"));
    Path file = folder.resolve("audit.jsonl");
    AuditSettings settings =
        read(example.replace("/var/log/rds-restore/audit.jsonl", file.toString()));
    assertThat(settings.file()).isEqualTo(file);
    assertThat(settings.webhook().urlRef()).isEqualTo("env:AUDIT_URL");
    assertThat(settings.webhook().secretRef()).isEqualTo("env:AUDIT_SECRET");
    assertThat(Files.readString(Project.folder().resolve("docs/policy.md")))
        .contains("```json\n" + example + "```");
  }

  @Test
  void mistakesAreNamed() {
    assertThat(refused("{}")).contains("it says neither file nor webhook");
    assertThat(
            refused(
                "{\"file\": \"audit.jsonl\", \"webhook\": {\"url\": \"https://canary\"}, \"fil\":"
                    + " 1}"))
        .contains(
            "file: must be absolute",
            "webhook.url: must say where it is",
            "webhook.secret: is missing",
            "fil: is not supported by this version; did you mean \"file\"?");
    assertThat(refused("{\"file\": \"/there/is/no/folder/audit.jsonl\"}"))
        .contains("file: this worker cannot write");
  }
}
