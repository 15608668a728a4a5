package io.rdsrestore.activities;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A state that would end something is not believed at once (invariant I9): it is looked at again a
 * little later, and the second look counts.
 */
public final class SecondLook {
  private final Duration pause;

  public SecondLook(Duration pause) {
    this.pause = pause;
  }

  /** One look, or the second where the first was of the suspicious kind. */
  public <T> T look(Supplier<T> look, Predicate<T> suspicious) {
    T first = look.get();
    if (!suspicious.test(first)) {
      return first;
    }
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      // The worker stops: what was seen once is not told.
      Thread.currentThread().interrupt();
      throw Failures.notYet("stopped between two looks", pause);
    }
    return look.get();
  }
}
