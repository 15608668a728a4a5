package io.rdsrestore.activities.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A receiver that has hung is not called again at once: each call would hold a place that notices
 * to others need.
 */
final class Recovery {
  private static final Duration REST = Duration.ofSeconds(30);

  /** Guarded by this. */
  private Instant until = Instant.MIN;

  /** It has used up its time. */
  synchronized void begin(Instant now) {
    until = now.plus(REST);
  }

  /** How much longer it is left in peace; empty if it is not. */
  synchronized Optional<Duration> left(Instant now) {
    return now.isBefore(until) ? Optional.of(Duration.between(now, until)) : Optional.empty();
  }
}
