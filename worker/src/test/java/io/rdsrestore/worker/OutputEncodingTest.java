package io.rdsrestore.worker;

import static org.assertj.core.api.Assertions.assertThat;

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
}
