package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.status.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Progress from what a running step last said: the workflow keeps a figure now and then only, since
 * each costs it an event.
 */
final class LiveProgress {
  /** As the waits for a copy and for a comparison say it. */
  private static final Pattern PERCENT = Pattern.compile("\\b(\\d{1,3}) ?%");

  private LiveProgress() {}

  /**
   * The newer of the two figures; null if there is none.
   *
   * @param known what the workflow keeps; may be null
   * @param live what the step last said; may be null
   * @param since when the phase began, which the rate is measured from; may be null
   */
  static Progress of(RestorePhase phase, Progress known, String live, Instant since, Instant now) {
    String step = step(phase);
    Matcher matcher = live == null ? null : PERCENT.matcher(live);
    if (step == null || since == null || matcher == null || !matcher.find()) {
      return known;
    }
    int percent = Math.min(100, Integer.parseInt(matcher.group(1)));
    if (known != null && known.percent() >= percent) {
      return known;
    }
    return new Progress(step, percent, now, eta(percent, since, now));
  }

  private static String step(RestorePhase phase) {
    return switch (phase) {
      case MIGRATING -> "copied";
      case VERIFYING -> "compared";
      case PLANNING,
          PREPARING,
          CLONING,
          CONFIGURING,
          PRECHECKING,
          SWAPPING,
          CLEANING,
          KEEPING,
          COMPLETED,
          ABORTED,
          FAILED ->
          null;
    };
  }

  /** At the rate so far; null while there is none. */
  private static Instant eta(int percent, Instant since, Instant now) {
    return percent == 0
        ? null
        : now.plus(Duration.between(since, now).multipliedBy(100 - percent).dividedBy(percent));
  }
}
