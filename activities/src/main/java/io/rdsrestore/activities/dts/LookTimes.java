package io.rdsrestore.activities.dts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When things are looked at again that are not looked at with every look at a copy. */
final class LookTimes {
  static final Duration BETWEEN = Duration.ofSeconds(30);

  private final Clock clock;
  private final Map<String, Instant> next = new ConcurrentHashMap<>();

  LookTimes(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  boolean isDue(String id) {
    return !now().isBefore(next.getOrDefault(id, Instant.MIN));
  }

  /** Not before this. */
  void next(String id, Instant time) {
    next.put(id, time);
  }
}
