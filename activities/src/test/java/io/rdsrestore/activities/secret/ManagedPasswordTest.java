package io.rdsrestore.activities.secret;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.AccountKey;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;

class ManagedPasswordTest {
  private static final AccountKey KEY = key("0123456789abcdef");

  @Property
  void hasAllFourClassesAndTheLengthThatRdsTakes(
      @ForAll @AlphaChars @StringLength(10) String restoreId,
      @ForAll @AlphaChars @StringLength(min = 1, max = 20) String instanceId) {
    String password = ManagedPassword.derive(KEY, restoreId, instanceId);
    assertThat(password)
        .hasSize(24)
        .matches("[A-Za-z0-9_-]+")
        .matches(".*[a-z].*")
        .matches(".*[A-Z].*")
        .matches(".*[0-9].*")
        .matches(".*[_-].*");
  }

  @Property
  void isTheSameForTheSameAndAnotherForAnother(
      @ForAll @AlphaChars @StringLength(10) String restoreId) {
    String password = ManagedPassword.derive(KEY, restoreId, "rm-1");
    assertThat(password)
        .isEqualTo(ManagedPassword.derive(key("0123456789abcdef"), restoreId, "rm-1"))
        .isNotEqualTo(ManagedPassword.derive(KEY, restoreId, "rm-2"))
        .isNotEqualTo(ManagedPassword.derive(KEY, restoreId + "x", "rm-1"))
        .isNotEqualTo(ManagedPassword.derive(key("another key, 16 bytes"), restoreId, "rm-1"));
  }

  private static AccountKey key(String text) {
    return new AccountKey(text.getBytes(StandardCharsets.UTF_8));
  }
}
