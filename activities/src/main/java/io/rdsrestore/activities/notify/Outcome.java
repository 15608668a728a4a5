package io.rdsrestore.activities.notify;

import java.time.Duration;

/**
 * What became of a call.
 *
 * @param failure why it was not taken, without anything of the address; null: it was
 * @param notBefore how long to wait at least; null: as usual
 * @param hung whether the receiver has used up its time
 */
public record Outcome(String failure, Duration notBefore, boolean hung) {
  /** Where a receiver says that it gets too much, and not for how long. */
  private static final Duration THROTTLED = Duration.ofMinutes(1);

  static Outcome delivered() {
    return new Outcome(null, null, false);
  }

  static Outcome failed(String why) {
    return new Outcome(why, null, false);
  }

  static Outcome hung(Duration limit) {
    return new Outcome("it did not answer within %d s".formatted(limit.toSeconds()), null, true);
  }

  static Outcome resting(Duration left) {
    return new Outcome("it did not answer a moment ago", left, false);
  }

  static Outcome throttled(Duration retryAfter) {
    return new Outcome(
        "it gets too many messages", retryAfter == null ? THROTTLED : retryAfter, false);
  }

  /** By the HTTP status alone. */
  static Outcome ofStatus(Answered answer) {
    if (answer.isThrottled()) {
      return throttled(answer.retryAfter());
    }
    return answer.isSuccess() ? delivered() : failed("it answered HTTP " + answer.status());
  }

  /** Whether the receiver has taken it. */
  public boolean isDelivered() {
    return failure == null;
  }
}
