package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "abc,3",
    "主实例,6",
    "a主,3",
    "（）,4",
    "é,1",
    "e\u0301,1",
    "'',0",
    "…,1",
    "\uD842\uDFB7,2"
  })
  void chineseLettersTakeTwoColumns(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @Test
  void padsAndCutsByColumns() {
    assertThat(DisplayWidth.pad("阶段", 6)).isEqualTo("阶段  ");
    assertThat(DisplayWidth.cut("恢复时间点", 7)).isEqualTo("恢复时…");
    assertThat(DisplayWidth.cut("恢复时间点", 6)).isEqualTo("恢复…");
    assertThat(DisplayWidth.cut("恢复", 4)).isEqualTo("恢复");
  }
}
