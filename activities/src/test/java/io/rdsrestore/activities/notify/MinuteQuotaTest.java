package io.rdsrestore.activities.notify;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MinuteQuotaTest {
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  @Test
  void noMinuteHasMoreThanIsTaken() {
    MinuteQuota quota = new MinuteQuota(2);
    assertThat(quota.take(NOW)).isEmpty();
    assertThat(quota.take(NOW.plusSeconds(10))).isEmpty();
    assertThat(quota.take(NOW.plusSeconds(20))).contains(Duration.ofSeconds(40));
    assertThat(quota.take(NOW.plusSeconds(60))).isEmpty();
    assertThat(quota.take(NOW.plusSeconds(61))).contains(Duration.ofSeconds(9));
  }
}
