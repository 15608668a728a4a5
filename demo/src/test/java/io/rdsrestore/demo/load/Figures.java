package io.rdsrestore.demo.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Times that were measured, by what was timed. */
final class Figures {
  private final Map<String, List<Duration>> measured = new LinkedHashMap<>();

  void add(String what, Instant from, Instant until) {
    measured.computeIfAbsent(what, first -> new ArrayList<>()).add(Duration.between(from, until));
  }

  /** The longest of those whose name begins so; there must be one. */
  Duration longest(String whats) {
    return measured.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(whats))
        .map(entry -> Collections.max(entry.getValue()))
        .max(Duration::compareTo)
        .orElseThrow();
  }

  /** One line each: how often, the median and the longest, in seconds. */
  String table() {
    StringBuilder table =
        new StringBuilder("%-58s %5s %8s %8s%n".formatted("seconds", "times", "median", "max"));
    measured.forEach(
        (what, times) ->
            table.append(
                "%-58s %5d %8.3f %8.3f%n"
                    .formatted(
                        what,
                        times.size(),
                        seconds(median(times)),
                        seconds(Collections.max(times)))));
    return table.toString();
  }

  /** Where the build finds it again. */
  void write(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, table());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().skip((times.size() - 1) / 2).findFirst().orElseThrow();
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
