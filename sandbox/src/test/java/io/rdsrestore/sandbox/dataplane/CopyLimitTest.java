package io.rdsrestore.sandbox.dataplane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CopyLimitTest {
  @Test
  void theStricterLimitCounts() {
    CopyLimit limit = new CopyLimit(100, 1_000);
    assertThat(limit.timeOf(50, 100)).isEqualTo(Duration.ofMillis(500));
    assertThat(limit.timeOf(50, 2_000)).isEqualTo(Duration.ofSeconds(2));
    assertThat(new CopyLimit(-1, 10).timeOf(5_000, 10)).isEqualTo(Duration.ofSeconds(1));
    assertThat(CopyLimit.NONE.timeOf(1 << 30, 1 << 30)).isZero();
  }

  @Test
  void slowCopiesWriteFewRowsAtATime() {
    assertThat(CopyLimit.NONE.rowsAStatement(500)).isEqualTo(500);
    assertThat(new CopyLimit(400, -1).rowsAStatement(500)).isEqualTo(100);
    assertThat(new CopyLimit(1, -1).rowsAStatement(500)).isEqualTo(1);
  }

  @Test
  void zeroIsNoLimitThatDtsHas() {
    assertThatThrownBy(() -> new CopyLimit(0, -1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CopyLimit(1, -2)).isInstanceOf(IllegalArgumentException.class);
  }
}
