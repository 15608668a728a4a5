package io.rdsrestore.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import java.time.Duration;
import java.util.Optional;

/**
 * The running attempt of an activity: how long the activity has been tried, and its note, a line
 * that the next attempt finds even if this one's worker dies (the heartbeat details, which people
 * see in the pending activity, too).
 */
public final class Attempt {
  private final ActivityExecutionContext context;

  private Attempt(ActivityExecutionContext context) {
    this.context = context;
  }

  /** The attempt that runs in this thread. */
  public static Attempt current() {
    return new Attempt(Activity.getExecutionContext());
  }

  /**
   * Likewise; where no activity runs, as in a command that removes by itself, the first attempt,
   * whose notes nobody reads. Not for purchases, which need the notes to buy once.
   */
  public static Attempt orDetached() {
    return currentIfAny().orElseGet(() -> new Attempt(null));
  }

  /** Likewise; empty where no activity runs, as in a command that looks by itself. */
  public static Optional<Attempt> currentIfAny() {
    try {
      return Optional.of(current());
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  /** Since the activity was first scheduled, by the server's clock, until this attempt was. */
  public Duration elapsed() {
    if (context == null) {
      return Duration.ZERO;
    }
    ActivityInfo info = context.getInfo();
    long millis = info.getCurrentAttemptScheduledTimestamp() - info.getScheduledTimestamp();
    return Duration.ofMillis(Math.max(0, millis));
  }

  /** 1 for the first. */
  public int number() {
    return context == null ? 1 : context.getInfo().getAttempt();
  }

  /**
   * Leaves a note for the next attempt. The first of an attempt is with the server when this
   * returns; later ones are sent with the failure of the attempt, or before.
   */
  public void note(String note) {
    if (context != null) {
      context.heartbeat(note);
    }
  }

  /** Leaves something larger than a line for the next attempt, and shows that this one is alive. */
  public void progress(Object progress) {
    context.heartbeat(progress);
  }

  /** What the last attempt left by {@link #progress}; empty in the first one. */
  public <T> Optional<T> lastProgress(Class<T> type) {
    return context.getHeartbeatDetails(type);
  }

  /** What the last attempt noted; empty in the first one. */
  public Optional<String> lastNote() {
    return context == null ? Optional.empty() : context.getHeartbeatDetails(String.class);
  }
}
