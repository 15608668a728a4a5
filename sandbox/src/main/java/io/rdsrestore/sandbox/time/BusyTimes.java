package io.rdsrestore.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When the cloud was busy with something that its user had to wait for: making a clone, a precheck,
 * a copy, an account. What a user's run takes beyond that is the user's own time.
 */
public final class BusyTimes {
  private final List<Interval> intervals = new ArrayList<>();

  /** The cloud was busy from the one instant to the other. */
  public record Interval(Instant from, Instant until) {}

  public synchronized void add(Instant from, Instant until) {
    if (until.isAfter(from)) {
      intervals.add(new Interval(from, until));
    }
  }

  public synchronized List<Interval> intervals() {
    return List.copyOf(intervals);
  }

  /** How long, of the time between two instants, at least one of the intervals lasted. */
  public static Duration covered(List<Interval> intervals, Instant begin, Instant end) {
    Duration sum = Duration.ZERO;
    Instant reached = begin;
    List<Interval> sorted =
        intervals.stream().sorted(Comparator.comparing(Interval::from)).toList();
    for (Interval interval : sorted) {
      Instant from = interval.from().isAfter(reached) ? interval.from() : reached;
      Instant until = interval.until().isBefore(end) ? interval.until() : end;
      if (until.isAfter(from)) {
        sum = sum.plus(Duration.between(from, until));
        reached = until;
      }
    }
    return sum;
  }
}
