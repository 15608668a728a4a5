package io.rdsrestore.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.base.Throwables;
import io.temporal.failure.ApplicationFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
  private final Secrets secrets = Secrets.of(Map.of("PW", "s3cret")::get);

  @Test
  void asksTheStoreOfTheScheme() {
    assertThat(secrets.resolve("test-vault://shop/dts")).isEqualTo(VaultOfTheTest.SECRET);
    assertThat(secrets.resolve("env:PW")).isEqualTo("s3cret");
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(messageOf("test-vault://empty")).contains("nothing at test-vault://empty");
    assertThat(messageOf("kms://key"))
        .contains("no secret store for kms://")
        .contains("test-vault");
    assertThat(messageOf("hunter2")).contains("env:").doesNotContain("hunter2");
    assertThat(messageOf("Hunter2://x")).doesNotContain("Hunter2");
    assertThat(messageOf(null)).contains("env:");
  }

  @Test
  void I7_whatAStoreSaysIsNotPassedOn() {
    ApplicationFailure failure =
        catchThrowableOfType(
            ApplicationFailure.class, () -> secrets.resolve("test-vault://elsewhere"));
    assertThat(Throwables.getStackTraceAsString(failure))
        .contains("test-vault://elsewhere")
        .doesNotContain(VaultOfTheTest.SECRET);
  }

  @Test
  void refusesStoresThatNobodyCouldTellApart() {
    LocalSecrets local = new LocalSecrets(name -> null);
    assertThatThrownBy(
            () -> new Secrets(local, List.of(new VaultOfTheTest(), new VaultOfTheTest())))
        .hasMessageContaining("two secret stores for test-vault");
    for (String scheme : List.of("env", "file", "Vault", "v")) {
      SecretStore store = named(scheme);
      assertThatThrownBy(() -> new Secrets(local, List.of(store))).hasMessageContaining(scheme);
    }
  }

  private static SecretStore named(String scheme) {
    return new SecretStore() {
      @Override
      public String scheme() {
        return scheme;
      }

      @Override
      public String read(String place) {
        return place;
      }
    };
  }

  private String messageOf(String reference) {
    ApplicationFailure failure =
        catchThrowableOfType(ApplicationFailure.class, () -> secrets.resolve(reference));
    assertThat(failure.getType()).isEqualTo("NEEDS_PERSON");
    return failure.getOriginalMessage();
  }
}
