package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QualifiedNamesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "select `shop`.`t`.`id` from `shop`.`t` | select `new`.`t`.`id` from `new`.`t`",
        "select `shop` from `other`.`shop` | select `shop` from `other`.`shop`",
        "select '`shop`.', \"`shop`.\" from `shop`.`t` | select '`shop`.', \"`shop`.\" from `new`.`t`",
        "select 'it''s \\' `shop`.' | select 'it''s \\' `shop`.'",
        "select `a``shop`.`x` | select `a``shop`.`x`",
      })
  void renamesDatabasesWhereTheyQualify(String sql, String renamed) {
    assertThat(QualifiedNames.rename(sql, Map.of("shop", "new"))).isEqualTo(renamed);
  }
}
