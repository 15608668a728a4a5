package io.rdsrestore.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPacingTest {
  @ParameterizedTest
  @CsvSource({
    "PT0S, PT0.5S",
    "PT4S, PT0.5S",
    "PT20S, PT2S",
    "PT2M, PT12S",
    "PT5M, PT20S",
    "PT6H, PT20S"
  })
  void looksSoonAtFirstAndSeldomLater(Duration elapsed, Duration expected) {
    assertThat(PollPacing.standard().next(elapsed)).isEqualTo(expected);
  }
}
