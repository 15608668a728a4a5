package io.rdsrestore.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSecretsTest {
  private final LocalSecrets secrets = new LocalSecrets(Map.of("PW", "s3cret", "NONE", "")::get);

  @TempDir private Path folder;

  @Test
  void findsVariablesAndFiles() throws IOException {
    Path file = Files.writeString(folder.resolve("pw"), "from file\n");
    assertThat(secrets.resolve("env:PW")).isEqualTo("s3cret");
    assertThat(secrets.resolve("file:" + file)).isEqualTo("from file");
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty"), "");
    assertThat(messageOf("env:OTHER")).contains("OTHER");
    assertThat(messageOf("env:NONE")).contains("NONE");
    assertThat(messageOf("file:" + empty)).contains("is empty");
    assertThat(messageOf("file:/no/such/file")).contains("/no/such/file");
  }

  @Test
  void doesNotRepeatAPasswordGivenByMistake() {
    assertThat(messageOf("hunter2")).doesNotContain("hunter2");
    assertThat(messageOf(null)).contains("env:");
  }

  private String messageOf(String reference) {
    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> secrets.resolve(reference));
    assertThat(failure.getType()).isEqualTo("NEEDS_PERSON");
    return failure.getOriginalMessage();
  }
}
