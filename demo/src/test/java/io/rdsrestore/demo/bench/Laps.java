package io.rdsrestore.demo.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long each way of comparing took, in each round. */
final class Laps {
  private final Map<String, List<Duration>> measured = new LinkedHashMap<>();

  void time(String what, Runnable work) {
    long start = System.nanoTime();
    work.run();
    measured
        .computeIfAbsent(what, first -> new ArrayList<>())
        .add(Duration.ofNanos(System.nanoTime() - start));
  }

  /** The median of one to that of another. */
  double ratio(String one, String other) {
    return (double) median(one).toNanos() / median(other).toNanos();
  }

  /** One line each: median, shortest and longest in seconds, and the ratio to one of them. */
  List<String> lines(String one) {
    List<String> lines = new ArrayList<>();
    lines.add("%-52s %8s %8s %8s %7s".formatted("seconds", "median", "min", "max", "ratio"));
    measured.forEach(
        (what, times) ->
            lines.add(
                "%-52s %8.1f %8.1f %8.1f %7.2f"
                    .formatted(
                        what,
                        seconds(median(what)),
                        seconds(Collections.min(times)),
                        seconds(Collections.max(times)),
                        ratio(what, one))));
    return lines;
  }

  private Duration median(String what) {
    List<Duration> times = measured.get(what);
    return times.stream().sorted().skip((times.size() - 1) / 2).findFirst().orElseThrow();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
