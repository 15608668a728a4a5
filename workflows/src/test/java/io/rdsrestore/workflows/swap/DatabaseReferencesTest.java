package io.rdsrestore.workflows.swap;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseReferencesTest {
  private static String moved(String sql, String mode) {
    return DatabaseReferences.moved(sql, "side", "home", mode);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '|',
      value = {
        "INSERT INTO side.log VALUES (1); INSERT INTO `home`.log VALUES (1)",
        "INSERT INTO `side` . `log` SELECT x.side FROM side.x; INSERT INTO `home` . `log` SELECT x.side FROM `home`.x",
        "SELECT side.t.id, Side.f() FROM other.side; SELECT `home`.t.id, `home`.f() FROM other.side",
        "SELECT 'side.log', \"side.log\", side; SELECT 'side.log', \"side.log\", side",
        "SELECT 'it''s \\' side.x' , side.y; SELECT 'it''s \\' side.x' , `home`.y",
        "SET @side.x = 1; SET @side.x = 1",
        "/* side.x */ SELECT 1 -- side.y; /* side.x */ SELECT 1 -- side.y",
        "/*!50003 SELECT side.x */; /*!50003 SELECT `home`.x */",
        "SELECT asides.x, side2.y, 1.5; SELECT asides.x, side2.y, 1.5",
        "SELECT shop.side.x; SELECT shop.side.x",
      })
  void aNameThatQualifiesIsReplaced(String sql, String expected) {
    assertThat(moved(sql, "")).isEqualTo(expected);
  }

  @Test
  void theModeSaysWhatQuotesAndBackslashesMean() {
    assertThat(moved("SELECT \"side\".\"x\"", "ANSI_QUOTES")).isEqualTo("SELECT `home`.\"x\"");
    assertThat(moved("SELECT '\\', side.x, '\\'", "NO_BACKSLASH_ESCAPES"))
        .isEqualTo("SELECT '\\', `home`.x, '\\'");
  }

  @Test
  void aLongTextAndAStrangeNameDoNoHarm() {
    String text = "'" + "x".repeat(200_000) + "'";
    assertThat(moved("SELECT " + text + ", side.x", "")).endsWith("', `home`.x");
    assertThat(DatabaseReferences.moved("SELECT `a``b`.x", "a`b", "c`$1", ""))
        .isEqualTo("SELECT `c``$1`.x");
  }
}
