package io.rdsrestore.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waits for something that another process does. */
public final class Waiting {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private Waiting() {}

  /** Looks again and again; fails, saying for what it waited, when the limit is over. */
  public static void until(String what, Duration limit, BooleanSupplier condition) {
    Instant end = Instant.now().plus(limit);
    while (!condition.getAsBoolean()) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("waited %s for %s in vain".formatted(limit, what));
      }
      try {
        Thread.sleep(BETWEEN_LOOKS.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while waiting for " + what, e);
      }
    }
  }
}
