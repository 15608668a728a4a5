package io.rdsrestore.activities.dts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationPercentTest {
  @ParameterizedTest
  @CsvSource({"45, 45", "45.9, 45", "45%, 45", "101, 100", "-3, 0", "x, 0", ", 0"})
  void readsWhateverFormDtsUses(String text, int expected) {
    assertThat(MigrationPercent.parse(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "PreCheckPass, PRECHECK_PASS",
    "PrecheckFailed, PRECHECK_FAILED",
    "SUSPENDING, SUSPENDING",
    "Upgrade, OTHER",
    "'', OTHER"
  })
  void readsStatesWithoutRegardToCase(String text, JobState expected) {
    assertThat(JobState.of(text.toLowerCase(Locale.ROOT))).isEqualTo(expected);
  }
}
