package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.rdsrestore.workflows.activity.RemoveJob;
import java.time.Duration;

/** Removes what was bought, and notes that it has gone. */
final class Removals {
  private final Restore restore;

  Removals(Restore restore) {
    this.restore = restore;
  }

  /** The DTS job of this restore, and any other that carries its mark. */
  Removal removeJob() {
    Duration keepLooking =
        keepLookingIf(restore.task == null || restore.task.dtsInstanceId() == null);
    Removal done =
        Steps.dts(ActivityPolicies.remove("release the DTS job", keepLooking))
            .removeJob(
                new RemoveJob(
                    restore.request.regionId(),
                    restore.restoreId,
                    restore.task == null ? null : restore.task.jobId(),
                    restore.jobName(),
                    keepLooking));
    if (restore.task != null && done.left().isEmpty()) {
      restore.task = restore.task.removed();
    }
    return done;
  }

  /** The clone of this restore, and any other that carries its mark. */
  Removal removeClone() {
    Duration keepLooking = keepLookingIf(restore.clone == null || restore.cloneFacts == null);
    Removal done =
        Steps.rds(ActivityPolicies.remove("delete the clone", keepLooking.plus(untilItRuns())))
            .removeClones(
                new RemoveClones(
                    restore.restoreId,
                    restore.primaryReference(),
                    restore.clone == null ? null : restore.clone.instanceId(),
                    keepLooking));
    if (restore.clone != null && done.left().isEmpty()) {
      restore.clone = restore.clone.removed(Clock.now());
    }
    return done;
  }

  /** RDS refuses to delete a clone that is still being made. */
  private Duration untilItRuns() {
    return restore.cloneFacts == null ? restore.request.limits().cloneWait() : Duration.ZERO;
  }

  /** A purchase whose answer never came may show up late. */
  private Duration keepLookingIf(boolean outcomeUnknown) {
    return outcomeUnknown ? restore.request.limits().unknownOutcomeWait() : Duration.ZERO;
  }
}
