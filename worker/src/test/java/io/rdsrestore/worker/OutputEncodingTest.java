package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutputEncodingTest {
  @ParameterizedTest
  @CsvSource({
    "UTF-8, UTF-8",
    "GB18030, GB18030",
    "ANSI_X3.4-1968, UTF-8",
    "ISO-8859-1, UTF-8",
    "no-such-encoding, UTF-8"
  })
  void whatATerminalCannotSayIsSaidInUtf8(String terminal, String chosen) {
    assertThat(OutputEncoding.of(terminal).name()).isEqualTo(chosen);
  }

  /** As over ssh with {@code LANG=C}: whatever is between us and the terminal. */
  @Test
  void aCommandInAnAsciiShellSpeaksChinese() throws IOException {
    ProcessBuilder command =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                RdsRestore.class.getName(),
                "list",
                "--help",
                "--language",
                "zh")
            .redirectErrorStream(true);
    command.environment().put("LC_ALL", "C");
    String said =
        new String(command.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("rds-restore list", "例子：").doesNotContain("??");
  }
}
