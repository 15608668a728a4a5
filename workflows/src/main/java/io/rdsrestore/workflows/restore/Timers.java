package io.rdsrestore.workflows.restore;

import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.TimerOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Waiting with a limit, whose timer goes when the wait is over: Workflow.await leaves it behind.
 */
final class Timers {
  private static final Duration MOMENT = Duration.ofMillis(1);

  private Timers() {}

  /** From now until an instant; at least a moment, since Temporal knows no timer into the past. */
  static Duration until(Instant instant) {
    Duration left = Duration.between(Clock.now(), instant);
    return left.compareTo(MOMENT) < 0 ? MOMENT : left;
  }

  /** Waits until the condition holds or the limit is over; true if it holds. */
  static boolean await(Duration limit, String summary, BooleanSupplier condition) {
    AtomicReference<Promise<Void>> timer = new AtomicReference<>();
    CancellationScope scope =
        Workflow.newCancellationScope(
            () ->
                timer.set(
                    Workflow.newTimer(
                        limit, TimerOptions.newBuilder().setSummary(summary).build())));
    scope.run();
    // Looked at, or the SDK logs a trace of a timer that nobody missed, also where the wait itself
    // is
    // cancelled.
    var unused = timer.get().exceptionally(cancelled -> null);
    Workflow.await(() -> condition.getAsBoolean() || timer.get().isCompleted());
    if (timer.get().isCompleted()) {
      return condition.getAsBoolean();
    }
    scope.cancel();
    return true;
  }
}
