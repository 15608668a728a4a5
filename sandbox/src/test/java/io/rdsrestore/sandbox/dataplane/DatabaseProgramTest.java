package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which folders are taken for a server; programs stand in that only tell a version. */
@EnabledOnOs(OS.LINUX)
final class DatabaseProgramTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "mysqld, mysqld  Ver 5.6.24 for linux-glibc2.5 on x86_64 (MySQL Community Server (GPL)), MySQL"
        + " 5.6.24, 5.6",
    "mysqld, mysqld  Ver 5.5.9-log for Linux on x86_64 (Source distribution), MySQL 5.5.9, 5.5",
    "mariadbd, mariadbd  Ver 11.4.5-MariaDB for Linux on x86_64, MariaDB 11.4.5, 5.7"
  })
  void tellsTheVersion(String program, String said, String title, String engineVersion)
      throws IOException {
    serverThatSays(program, said);
    filesOfMySql();
    DatabaseProgram found = DatabaseProgram.unpackedIn(folder);
    assertThat(found.title()).isEqualTo(title);
    assertThat(found.kind().engineVersion()).isEqualTo(engineVersion);
  }

  @ParameterizedTest
  @CsvSource({
    "mysqld, mysqld  Ver 9.7.4 for Linux on x86_64, 'is of version 9.7.4; the sandbox can run"
        + " MySQL 5.5, 5.6, 5.7 and 8.0, and MariaDB 11.4'",
    "mysqld, mysqld  Ver 5.5.68-MariaDB for Linux on x86_64, is of version 5.5.68",
    "mariadbd, mariadbd  Ver 10.11.2-MariaDB for Linux, is of version 10.11.2",
    "mysqld, libaio.so.1: cannot open shared object file, 'does not tell its version: libaio.so.1:"
        + " cannot open'"
  })
  void refusesWhatItCannotRun(String program, String said, String why) throws IOException {
    serverThatSays(program, said);
    filesOfMySql();
    assertThatThrownBy(() -> DatabaseProgram.unpackedIn(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(why);
  }

  @Test
  void saysWhatIsMissing() throws IOException {
    assertThatThrownBy(() -> DatabaseProgram.unpackedIn(folder))
        .hasMessage("there is no program " + folder.resolve("bin/mysqld"));
    serverThatSays("mysqld", "mysqld  Ver 5.6.24 for Linux on x86_64");
    assertThatThrownBy(() -> DatabaseProgram.unpackedIn(folder))
        .hasMessage("the server lacks its file " + folder.resolve("share/english/errmsg.sys"));
  }

  @Test
  void optionsComeLast() throws IOException {
    serverThatSays("mysqld", "mysqld  Ver 5.6.24 for Linux on x86_64");
    filesOfMySql();
    DatabaseProgram found =
        DatabaseProgram.unpackedIn(folder).withOptions(List.of("--gtid-mode=ON"));
    assertThat(found.kind().command(folder, 1, 2)).endsWith("--gtid-mode=ON");
    assertThat(found.title()).isEqualTo("MySQL 5.6.24 with --gtid-mode=ON");
    assertThatThrownBy(() -> found.withOptions(List.of("gtid-mode=ON")))
        .hasMessage("an option of the server begins with --: gtid-mode=ON");
  }

  @Test
  void testsAreSkippedWithoutAServerUnlessItIsRequired() {
    assertThat(RealMySql.folder("5.6", Map.of())).isEmpty();
    assertThat(RealMySql.folder("5.6", Map.of("RDS_RESTORE_MYSQLD_56", "/x")))
        .contains(Path.of("/x"));
    assertThatThrownBy(() -> RealMySql.folder("5.6", Map.of(RealMySql.REQUIRED, "true")))
        .hasMessageStartingWith("RDS_RESTORE_MYSQLD_56 is not set");
  }

  private void serverThatSays(String program, String version) throws IOException {
    Path file = Files.createDirectories(folder.resolve("bin")).resolve(program);
    Files.writeString(file, "#!/bin/sh\necho '" + version + "'\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
  }

  private void filesOfMySql() throws IOException {
    for (String file :
        List.of(
            "mysql_system_tables.sql",
            "mysql_system_tables_data.sql",
            "english/errmsg.sys",
            "charsets/Index.xml")) {
      Path path = folder.resolve("share").resolve(file);
      Files.createDirectories(path.getParent());
      Files.createFile(path);
    }
  }
}
