package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.sweep.Marked;
import io.rdsrestore.workflows.sweep.MarkedKind;
import io.rdsrestore.workflows.sweep.SweepFinding;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.rdsrestore.workflows.sweep.SweepVerdict;
import io.rdsrestore.workflows.verdict.RunningCost;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a sweep has found and done, for people. */
final class SweepText {
  private static final String FORMAT = "%-8s  %-42s  %-12s  %-26s  %s";

  private final Instant now;
  private final String command;

  /**
   * How it is told.
   *
   * @param command as it was typed, up to its own options, so that the next asks the same server
   */
  SweepText(Instant now, String command) {
    this.now = now;
    this.command = command;
  }

  List<String> found(List<String> regions, Sweep.Found found) {
    List<String> lines = new ArrayList<>();
    if (found.findings().isEmpty()) {
      lines.add(
          "Nothing in %s carries the mark of a restore.".formatted(String.join(", ", regions)));
    } else {
      lines.add(FORMAT.formatted("IT IS", "WHAT", "AGE", "COST SO FAR", "WHY"));
      for (SweepVerdict verdict : SweepVerdict.values()) {
        found.findings().stream()
            .filter(finding -> finding.verdict() == verdict)
            .forEach(finding -> lines.add(line(finding)));
      }
    }
    found.notRead().forEach(what -> lines.add("not looked into: " + what));
    return lines;
  }

  private String line(SweepFinding finding) {
    Marked thing = finding.thing();
    return FORMAT.formatted(
        finding.verdict().words(), thing.name(), age(thing), cost(thing), why(finding));
  }

  private static String why(SweepFinding finding) {
    return finding.verdict() == SweepVerdict.KEPT
        ? "%s; it goes with --yes --include-kept %s".formatted(finding.why(), finding.thing().id())
        : finding.why();
  }

  private String age(Marked thing) {
    return thing.createdAt() == null
        ? "-"
        : Times.duration(Duration.between(thing.createdAt(), now));
  }

  private String cost(Marked thing) {
    if (thing.kind() == MarkedKind.JOB) {
      return "free, but may write";
    }
    if (thing.kind() != MarkedKind.CLONE) {
      return "free";
    }
    if (thing.price() == null || thing.createdAt() == null) {
      return "not known";
    }
    Cost cost =
        RunningCost.of(
            thing.price(),
            List.of(new CloneStatus(thing.id(), thing.status(), thing.createdAt(), null)),
            now);
    return "%s %s, %s an hour"
        .formatted(
            cost.amount().toPlainString(),
            cost.currency(),
            thing.price().perHour().toPlainString());
  }

  /** Those that go because somebody named them. */
  private static Stream<SweepFinding> named(List<SweepFinding> chosen, SweepVerdict verdict) {
    return chosen.stream().filter(one -> one.verdict() == verdict);
  }

  private static String options(String option, Stream<String> values) {
    return values.map(option::concat).collect(Collectors.joining());
  }

  /** What to do about that which may belong to another namespace; empty if there is none. */
  List<String> unknown(Sweep.Found found, List<SweepFinding> chosen) {
    List<SweepFinding> others =
        found.with(SweepVerdict.UNKNOWN).stream().filter(one -> !chosen.contains(one)).toList();
    return others.isEmpty()
        ? List.of()
        : List.of(
            "Of what is unknown the restore may be running in another namespace: look there, with --namespace or --address."
                + " Only if it is certainly over, add:%s"
                    .formatted(
                        options(
                            " --include-unknown ", others.stream().map(Sweep::owner).distinct())));
  }

  List<String> end(
      List<String> regions, List<SweepFinding> chosen, List<Sweep.Removed> removed, boolean yes) {
    List<String> lines = new ArrayList<>();
    if (chosen.isEmpty()) {
      lines.add("Nothing has outlived its restore.");
    } else if (!yes) {
      lines.add(
          "%s; remove with: %s%s --yes%s%s"
              .formatted(
                  SweepLookReport.outlived(chosen.size()),
                  command,
                  options(" --region ", regions.stream()),
                  options(
                      " --include-kept ",
                      named(chosen, SweepVerdict.KEPT).map(one -> one.thing().id())),
                  options(
                      " --include-unknown ",
                      named(chosen, SweepVerdict.UNKNOWN).map(Sweep::owner).distinct())));
    }
    for (Sweep.Removed one : removed) {
      lines.add(
          one.isGone()
              ? "removed  " + one.thing().name()
              : "stays    %s: %s".formatted(one.thing().name(), one.why()));
    }
    return lines;
  }
}
