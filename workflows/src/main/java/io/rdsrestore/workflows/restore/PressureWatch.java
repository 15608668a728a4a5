package io.rdsrestore.workflows.restore;

import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Optional;

/**
 * Looks at the primary now and then, beside a long comparison. Not being able to look is no reason
 * to stop.
 */
final class PressureWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(15);

  /** So many looks are worth their history. */
  private static final int MOST_LOOKS = 20;

  private final Restore restore;
  private final CancellationScope scope;
  private Promise<Void> watching;
  private String found;

  PressureWatch(Restore restore) {
    this.restore = restore;
    scope = Workflow.newCancellationScope(() -> watching = Async.procedure(this::watch));
    // What was copied in less is compared in less.
    if (restore.copyTook.compareTo(BETWEEN_LOOKS) >= 0) {
      scope.run();
    }
  }

  /** Which limit is passed, in a sentence; empty as long as none is. */
  Optional<String> found() {
    return Optional.ofNullable(found);
  }

  void stop() {
    if (watching != null) {
      scope.cancel();
      var unused = watching.getFailure();
    }
  }

  private void watch() {
    for (int look = 0; look < MOST_LOOKS && found == null; look++) {
      Workflow.sleep(BETWEEN_LOOKS);
      try {
        found =
            Steps.attempt(
                () ->
                    Steps.rds(ActivityPolicies.read("pressure on the primary"))
                        .readPressure(restore.watch()));
      } catch (StepFailed failed) {
        found = null;
      }
    }
  }
}
