package io.rdsrestore.activities;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How long an activity that may take a day is tried again without getting on. After that its
 * failure is for a person: the time-out of the whole activity has to be long, and nobody should
 * wait for it when the server is gone.
 */
public final class Patience {
  /** Without getting on. */
  static final Duration LIMIT = Duration.ofMinutes(15);

  private final Duration scheduledAfter;
  private final long startedAt = System.nanoTime();
  private volatile Duration gotOnAfter;

  Patience(Duration scheduledAfter, Duration gotOnAfter) {
    this.scheduledAfter = scheduledAfter;
    this.gotOnAfter = gotOnAfter;
  }

  /** Runs an attempt of which nothing is left for the next one. */
  public static <T> T during(Supplier<T> body) {
    return during(Duration.ZERO, patience -> body.get());
  }

  /**
   * Runs an attempt that goes on where the last one was.
   *
   * @param gotOnAfter when an earlier attempt got on last, since the activity was first scheduled
   */
  public static <T> T during(Duration gotOnAfter, Function<Patience, T> body) {
    return new Patience(Attempt.current().elapsed(), gotOnAfter).run(body);
  }

  /** This attempt has got on just now. */
  public void getsOn() {
    gotOnAfter = scheduledAfter.plusNanos(System.nanoTime() - startedAt);
  }

  /** When it got on last, since the activity was first scheduled. */
  public Duration gotOnAfter() {
    return gotOnAfter;
  }

  <T> T run(Function<Patience, T> body) {
    try {
      return body.apply(this);
    } catch (RuntimeException failed) {
      throw isOver() && !Attempt.isEnd(failed) ? Failures.lasting(failed) : failed;
    }
  }

  // By when the attempt was scheduled: one that has failed late is tried again once at least.
  private boolean isOver() {
    return scheduledAfter.minus(gotOnAfter).compareTo(LIMIT) >= 0;
  }
}
