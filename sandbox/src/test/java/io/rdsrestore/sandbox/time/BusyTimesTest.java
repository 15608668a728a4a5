package io.rdsrestore.sandbox.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.time.BusyTimes.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class BusyTimesTest {
  private static final Instant T = Instant.parse("2026-11-22T16:00:00Z");

  @Test
  void overlappingTimesCountOnceAndOnlyWithinTheBounds() {
    List<Interval> intervals = List.of(at(20, 30), at(-5, 4), at(2, 8), at(3, 5), at(28, 99));

    assertThat(BusyTimes.covered(intervals, T, T.plusSeconds(40)))
        .isEqualTo(Duration.ofSeconds(8 + 20));
  }

  @Test
  void whatTakesNoTimeIsNotKept() {
    BusyTimes busy = new BusyTimes();
    busy.add(T, T);

    assertThat(busy.intervals()).isEmpty();
  }

  private static Interval at(int from, int until) {
    return new Interval(T.plusSeconds(from), T.plusSeconds(until));
  }
}
