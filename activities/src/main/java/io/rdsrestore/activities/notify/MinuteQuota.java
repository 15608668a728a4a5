package io.rdsrestore.activities.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many messages a receiver takes a minute. One that gets more refuses all of them for minutes.
 */
final class MinuteQuota {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final int most;

  /** When the messages of the last minute were sent. Guarded by this. */
  private final Deque<Instant> sent = new ArrayDeque<>();

  MinuteQuota(int most) {
    this.most = most;
  }

  /** Empty if one more may be sent now, which is counted then; else how long to wait. */
  synchronized Optional<Duration> take(Instant now) {
    while (!sent.isEmpty() && !sent.peekFirst().plus(MINUTE).isAfter(now)) {
      sent.removeFirst();
    }
    if (sent.size() >= most) {
      return Optional.of(Duration.between(now, sent.peekFirst().plus(MINUTE)));
    }
    sent.addLast(now);
    return Optional.empty();
  }
}
