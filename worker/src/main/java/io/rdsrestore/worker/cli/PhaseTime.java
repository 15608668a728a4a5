package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.plan.ExpectedDurations;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a phase has gone on, beside what the plan expects of it. */
final class PhaseTime {
  private PhaseTime() {}

  /** Empty if it is not known. */
  static Optional<String> of(RestoreStatus status, Instant now) {
    Instant since = since(status);
    if (since == null || status.phase().isEnd()) {
      return Optional.empty();
    }
    Duration expected =
        status.plan() == null || status.plan().durations() == null
            ? null
            : expected(status.plan().durations(), status.phase());
    return Optional.of(
        Times.duration(Duration.between(since, now))
            + (expected == null ? "" : ", a cautious estimate was " + Times.duration(expected)));
  }

  /** When the phase was entered last; null if the timeline does not tell. */
  static Instant since(RestoreStatus status) {
    return TimelineEntry.entered(status.phase(), Lists.of(status.timeline())).orElse(null);
  }

  private static Duration expected(ExpectedDurations durations, RestorePhase phase) {
    return switch (phase) {
      case PREPARING -> durations.preparing();
      case CLONING -> durations.cloning();
      case CONFIGURING -> durations.configuring();
      case PRECHECKING -> durations.prechecking();
      case MIGRATING -> durations.migrating();
      case VERIFYING -> durations.verifying();
      case CLEANING -> durations.cleaning();
      case PLANNING, SWAPPING, KEEPING, COMPLETED, ABORTED, FAILED -> null;
    };
  }
}
