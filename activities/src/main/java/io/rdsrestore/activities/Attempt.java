package io.rdsrestore.activities;

import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.ActivityInfo;
import io.temporal.client.ActivityCanceledException;
import io.temporal.client.ActivityCompletionException;
import java.time.Duration;
import java.util.Optional;

/**
 * The running attempt of an activity: how long the activity has been tried, and its note, a line
 * that the next attempt finds even if this one's worker dies (the heartbeat details, which people
 * see in the pending activity, too).
 */
public final class Attempt {
  /** Under a {@link Pulse} all of the attempt's code has to see the same one. */
  private static final ThreadLocal<Attempt> PULSED = new ThreadLocal<>();

  private final ActivityExecutionContext context;

  /** Whether this attempt has said anything to the server. Guarded by this. */
  private boolean heard;

  /** Whether it has had its last beat. Guarded by this. */
  private boolean over;

  private Attempt(ActivityExecutionContext context) {
    this.context = context;
  }

  /** The attempt that runs in this thread. */
  public static Attempt current() {
    Attempt pulsed = PULSED.get();
    return pulsed == null ? new Attempt(Activity.getExecutionContext()) : pulsed;
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

  /** Whether this says that the attempt is cancelled or its worker stops: nothing has failed. */
  static boolean isEnd(RuntimeException thrown) {
    return thrown instanceof ActivityCompletionException;
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
   * Leaves a note for the next attempt. It is with the server when this returns: what comes next
   * may kill the worker.
   */
  public void note(String note) {
    if (context != null) {
      noteSurely(note);
    }
  }

  /**
   * Likewise, of what has been done: a cancellation that is noticed here must not cost its result.
   */
  public void noteDone(String note) {
    try {
      note(note);
    } catch (ActivityCanceledException asked) {
      // What is under way comes to its end; what is cancelled is what would come after it.
    }
  }

  // With the lock: an older note that the pulse repeats must not come after a newer one.
  private synchronized void noteSurely(String note) {
    context.heartbeat(note);
    if (heard) {
      // The SDK sends the first heartbeat of an attempt at once, and saves up later ones.
      context
          .getWorkflowClient()
          .newActivityCompletionClient()
          .heartbeat(context.getTaskToken(), note);
    }
    heard = true;
  }

  /** Says that this attempt is alive; what was noted last stays. */
  synchronized void beat() {
    if (!over) {
      context.heartbeat(context.getLastHeartbeatDetails(String.class).orElse(null));
      heard = true;
    }
  }

  /** From now on this one is current in this thread. */
  void beginPulse() {
    PULSED.set(this);
  }

  /** It does not beat any more when this returns. */
  synchronized void endPulse() {
    PULSED.remove();
    over = true;
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
