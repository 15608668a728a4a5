package io.rdsrestore.worker.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.worker.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountKeySourceTest {
  private static final String KEY = "a-key-of-more-than-sixteen";

  @TempDir private Path temp;

  @Test
  void makesAKeyFileForItsOwnerOnlyAndKeepsIt() throws Exception {
    Path file = temp.resolve("made/account.key");
    byte[] first = AccountKeySource.load(null, file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(AccountKeySource.load(" ", file)).isEqualTo(first).hasSizeGreaterThan(40);
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void isTheSameByValueAndByFile() throws Exception {
    Path file = temp.resolve("key");
    Files.writeString(file, KEY + "\n");
    assertThat(AccountKeySource.load("file:" + file, temp.resolve("unused")))
        .isEqualTo(AccountKeySource.load(KEY, temp.resolve("unused")))
        .isEqualTo(KEY.getBytes(StandardCharsets.UTF_8));
    assertThat(temp.resolve("unused")).doesNotExist();
  }

  @Test
  void refusesAShortKeyWithoutShowingIt() {
    assertThatThrownBy(() -> AccountKeySource.load("short-secret", temp.resolve("unused")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("shorter than 16")
        .hasMessageNotContaining("short-secret");
  }

  @Test
  void saysThatAKeyFileIsMissing() {
    assertThatThrownBy(() -> AccountKeySource.load("file:" + temp.resolve("no"), temp))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("is not there");
  }
}
