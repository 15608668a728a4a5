package io.rdsrestore.sandbox.dataplane;

import java.time.Duration;

/** Holds a copy back so that it is never faster than its limit, whatever that is by then. */
final class Throttle {
  /** How soon a changed limit or a stopped job is noticed. */
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(20);

  private final CopyListener listener;
  private long since = System.nanoTime();

  Throttle(CopyListener listener) {
    this.listener = listener;
  }

  /** Returns once what has just been written has taken its time, or the copy is to stop. */
  void after(long rows, long bytes) {
    while (!listener.shouldStop()) {
      Duration gone = Duration.ofNanos(System.nanoTime() - since);
      Duration left = listener.limit().timeOf(rows, bytes).minus(gone);
      if (left.isNegative() || left.isZero()) {
        break;
      }
      DatabaseServer.pause(left.compareTo(LONGEST_PAUSE) < 0 ? left : LONGEST_PAUSE);
    }
    since = System.nanoTime();
  }
}
