package io.rdsrestore.activities;

import java.time.Duration;

/**
 * When a slow thing is looked at again: soon while little time has passed, seldom later, so that
 * about a tenth of the whole wait is lost at most.
 *
 * @param shortest between two looks
 * @param longest between two looks
 */
public record PollPacing(Duration shortest, Duration longest) {
  private static final int PART_OF_ELAPSED = 10;

  /** Half a second to twenty seconds: what a look finds is with a person within half a minute. */
  public static PollPacing standard() {
    return new PollPacing(Duration.ofMillis(500), Duration.ofSeconds(20));
  }

  /** How long to wait after a wait of {@code elapsed}. */
  public Duration next(Duration elapsed) {
    Duration part = elapsed.dividedBy(PART_OF_ELAPSED);
    if (part.compareTo(shortest) < 0) {
      return shortest;
    }
    return part.compareTo(longest) > 0 ? longest : part;
  }
}
