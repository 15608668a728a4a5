package io.rdsrestore.activities;

import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows Temporal that the worker of an attempt lives while the attempt waits for an answer: a
 * worker that has died is noticed by the heartbeat time-out then, not by that of the whole attempt,
 * and a slow call is not taken for a dead worker.
 *
 * <p>It says nothing of whether the call itself gets on. How long that may take is the attempt's
 * own time-out; so what has no short one, a comparison, has to show its progress itself.
 */
public final class Pulse {
  /** Several fit into the heartbeat time-out, so that one that is lost does no harm. */
  private static final Duration BEAT = Duration.ofSeconds(10);

  private static final int THREADS = 2;

  private static final ScheduledExecutorService BEATS =
      Executors.newScheduledThreadPool(
          THREADS,
          task -> {
            Thread thread = new Thread(task, "activity-pulse");
            thread.setDaemon(true);
            return thread;
          });

  private Pulse() {}

  /** Runs the body of an activity, with a pulse; only runs it where no activity runs. */
  public static <T> T during(Supplier<T> body) {
    return during(BEAT, body);
  }

  static <T> T during(Duration beat, Supplier<T> body) {
    Optional<Attempt> attempt = Attempt.currentIfAny();
    // No map here: a body that returns null would run again.
    return attempt.isPresent() ? during(attempt.get(), beat, body) : body.get();
  }

  private static <T> T during(Attempt attempt, Duration beat, Supplier<T> body) {
    ScheduledFuture<?> beats =
        BEATS.scheduleWithFixedDelay(
            () -> beat(attempt), beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
    attempt.beginPulse();
    try {
      return body.get();
    } finally {
      beats.cancel(false);
      attempt.endPulse();
    }
  }

  private static void beat(Attempt attempt) {
    try {
      attempt.beat();
    } catch (ActivityCompletionException ended) {
      // Cancelled, timed out or shutting down: the attempt learns of it by its next note, and what
      // it has under way comes to its end in any case.
    }
  }
}
