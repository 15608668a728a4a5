package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How wide texts are on a terminal. */
class DisplayWidthTest {

  @Test
  void chineseTakesTwoColumnsAndMarksNone() {
    assertThat(DisplayWidth.of("restore")).isEqualTo(7);
    assertThat(DisplayWidth.of("恢复 rm-1")).isEqualTo(9);
    assertThat(DisplayWidth.of("（价格）")).isEqualTo(8);
    assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
    assertThat(DisplayWidth.of("𠀀")).isEqualTo(2);
  }

  @Test
  void paddedTextsEndInTheSameColumn() {
    assertThat(DisplayWidth.pad("阶段", 8)).isEqualTo("阶段    ");
    assertThat(DisplayWidth.pad("too long", 3)).isEqualTo("too long");
  }

  @Test
  void whatIsCutFitsAndSaysSo() {
    assertThat(DisplayWidth.cut("abcdef", 6)).isEqualTo("abcdef");
    assertThat(DisplayWidth.cut("abcdefg", 6)).isEqualTo("abcde~");
    assertThat(DisplayWidth.cut("恢复数据", 6)).isEqualTo("恢复~");
    assertThat(DisplayWidth.cut("abc", 0)).isEmpty();
  }

  @Test
  void wordsAreWrappedWholeAndChineseBetweenCharacters() {
    assertThat(DisplayWidth.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(DisplayWidth.wrap("./rds-restore status", 5))
        .containsExactly("./rds-restore", "status");
    assertThat(DisplayWidth.wrap("等待批准，请决定", 8)).containsExactly("等待批", "准，请决", "定");
    assertThat(DisplayWidth.wrap("  indented text", 80)).containsExactly("  indented text");
    assertThat(DisplayWidth.wrap("", 80)).containsExactly("");
  }
}
