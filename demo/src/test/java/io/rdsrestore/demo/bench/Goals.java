package io.rdsrestore.demo.bench;

import java.util.ArrayList;
import java.util.List;

/** What is demanded of the figures, and whether it is so. */
final class Goals {
  private final List<String> lines = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();

  void atMost(String what, double measured, double most) {
    add("%-62s %8.2f, at most %7.2f".formatted(what, measured, most), measured <= most);
  }

  void atLeast(String what, double measured, double least) {
    add("%-62s %8.2f, at least %6.2f".formatted(what, measured, least), measured >= least);
  }

  /** Nobody must believe that it was measured. */
  void notMeasured(String what, String why) {
    lines.add("%-62s not measured: %s".formatted(what, why));
  }

  private void add(String line, boolean met) {
    lines.add(line + (met ? "  met" : "  NOT MET"));
    if (!met) {
      missed.add(line);
    }
  }

  List<String> lines() {
    return lines;
  }

  /** Those that are not met. */
  List<String> missed() {
    return missed;
  }
}
