package io.rdsrestore.workflows.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MergeConditionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "id IN (1, 2, 3)",
        "id BETWEEN 10 AND 20 AND (status = 'paid' OR status IS NULL)",
        "`order` <> 'it''s' and price*2 >= 1.5e3 - 0xff",
        "name LIKE 'a%' AND NOT (a, b) IN ((1, 2))",
        "note = '; DROP TABLE x -- /* select sleep(1)'",
      })
  void comparisonsAreTaken(String condition) {
    assertThat(MergeCondition.problem(condition)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1; DROP TABLE x",
        "id = 1 -- ",
        "id = 1 # no",
        "id /* no */ = 1",
        "1) OR (1",
        "(id = 1",
        "sleep(1)",
        "sleep (1)",
        "`shop`.`f`(1)",
        "shop.f(id)",
        "id IN (SELECT 1)",
        "id IN (TABLE x)",
        "id = 1 UNION ALL",
        "id = 1 INTO OUTFILE 'x'",
        "id = @a",
        "a = 'open",
        "a = 'escaped\\' OR sleep(1) OR a = '",
        "a = \"double\"",
        "a = ``",
      })
  void anythingElseIsNot(String condition) {
    assertThat(MergeCondition.problem(condition)).isPresent();
  }

  @Test
  void itIsBounded() {
    assertThat(MergeCondition.problem("id = 1" + " ".repeat(MergeCondition.LONGEST))).isPresent();
  }
}
