package io.rdsrestore.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "rm-core*, rm-core01, true",
    "rm-core*, rm-core, true",
    "rm-core*, xrm-core, false",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "rm-?, rm-1, true",
    "rm-?, rm-12, false",
    "rm-?, rm-, false",
    "*core*, rm-core01, true",
    "a*b*c, aXbYbZc, true",
    "a*b*c, aXbYbZ, false",
    "rm.1, rmx1, false",
    "RM-1, rm-1, false"
  })
  void matches(String pattern, String text, boolean does) {
    assertThat(Glob.matches(pattern, text)).isEqualTo(does);
  }

  @Test
  void anEvilPatternTakesNoTime() {
    assertThat(Glob.matches("*a".repeat(50) + "b", "a".repeat(300))).isFalse();
  }
}
