package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.activity.Removal;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Removals without a workflow: tried until they have converged, for a while. */
final class DirectRemovals {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  /** Why something stays; null if all has gone. */
  String run(Supplier<Removal> removal) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        Removal done = removal.get();
        return done.left().isEmpty() ? null : done.left().get(0).why();
      } catch (ApplicationFailure e) {
        if (e.isNonRetryable() || System.nanoTime() > end) {
          return e.getOriginalMessage();
        }
        LockSupport.parkNanos(pause(e).toNanos());
      }
    }
  }

  private static Duration pause(ApplicationFailure failure) {
    Duration asked = failure.getNextRetryDelay() == null ? PAUSE : failure.getNextRetryDelay();
    return asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
  }
}
