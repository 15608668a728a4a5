package io.rdsrestore.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that only moves when told to; what becomes due on the way runs in order. */
public final class ManualTime implements InstantSource, SandboxScheduler {
  private record Due(Instant at, long order, Runnable task) {}

  private final PriorityQueue<Due> queue =
      new PriorityQueue<>(Comparator.comparing(Due::at).thenComparingLong(Due::order));
  private Instant now;
  private long scheduled;

  public ManualTime(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void schedule(Instant due, Runnable task) {
    queue.add(new Due(due, scheduled++, task));
  }

  /** Moves the clock, stopping at every due task. */
  public void advance(Duration by) {
    Instant end = instant().plus(by);
    for (Due due = next(end); due != null; due = next(end)) {
      due.task().run();
    }
    moveTo(end);
  }

  private synchronized Due next(Instant end) {
    Due due = queue.peek();
    if (due == null || due.at().isAfter(end)) {
      return null;
    }
    moveTo(due.at());
    return queue.poll();
  }

  private synchronized void moveTo(Instant to) {
    if (to.isAfter(now)) {
      now = to;
    }
  }
}
