package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveJob;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.verdict.remedies.CopyFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Waits for the copy, and releases the job as soon as it has finished (I4). */
final class MigratingPhase extends Phase {
  /** So many returns with progress are worth their history. */
  private static final int TELLS = 8;

  MigratingPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  /** True once all is copied; false if the job has gone and another has to be made. */
  boolean run() {
    journal.enter(RestorePhase.MIGRATING, "DTS copies structure and rows to the primary");
    Instant began = Clock.now();
    int told = 0;
    int tellsLeft = TELLS;
    while (true) {
      MigrationLook look = look(told, tellsLeft);
      restore.task = restore.task.seen(look.jobState());
      if (look.state() == MigrationState.FINISHED) {
        release();
        return true;
      }
      if (look.state() == MigrationState.RUNNING) {
        told = look.percent();
        tellsLeft--;
        tell(began, told);
        continue;
      }
      askWhatNow(look);
      if (look.state() == MigrationState.GONE) {
        restore.task = null;
        return false;
      }
      start();
    }
  }

  private MigrationLook look(int told, int tellsLeft) {
    return steps.must(
        "wait for the copy",
        () ->
            Steps.dts(
                    ActivityPolicies.await(
                        "copy of " + restore.task.jobId(),
                        restore.request.limits().migrationWait()))
                .awaitMigration(new AwaitMigration(restore.jobReference(), told, tellsLeft)));
  }

  private void tell(Instant began, int percent) {
    Instant now = Clock.now();
    Instant eta =
        percent == 0
            ? null
            : began.plus(Duration.between(began, now).multipliedBy(100).dividedBy(percent));
    restore.progress = new Progress("copied", percent, now, eta);
    journal.showDetails();
  }

  private void askWhatNow(MigrationLook look) {
    String id = restore.task.jobId();
    switch (look.state()) {
      case FAILED ->
          steps.use(
              gates.askAfterFailure(
                  "The copy by DTS job %s failed at %d %%".formatted(id, look.percent()),
                  CopyFailure.items(look.message(), restore.names()),
                  "DTS goes on where it stopped"));
      case SUSPENDED ->
          ask(
              "Somebody has paused DTS job " + id,
              "its state is Suspending; a pause of more than 6 hours may not be resumed",
              "talk to whoever paused it",
              "DTS goes on where it stopped");
      case GONE ->
          ask(
              "DTS job %s is not there any more before its copy has finished".formatted(id),
              "somebody has released it, or it has expired",
              "what it has copied stays on the primary: move that away first, or the next precheck"
                  + " will find it",
              "another job is configured and bought");
      case RUNNING, FINISHED -> throw new IllegalStateException(look.state().name());
    }
  }

  private void ask(String reason, String message, String remedy, String retryLeadsTo) {
    steps.use(
        gates.askAfterFailure(
            reason, List.of(GateItem.of(restore.task.jobId(), message, remedy)), retryLeadsTo));
  }

  private void start() {
    steps.must(
        "start the DTS task again",
        () ->
            Steps.dts(ActivityPolicies.ensure("start the DTS task again", Duration.ZERO))
                .ensureJobStarted(restore.jobReference()));
  }

  private void release() {
    journal.doing("Releasing the DTS task, so that it cannot write again");
    Removal released = removeJob();
    while (!released.left().isEmpty()) {
      Removal.LeftOver left = released.left().get(0);
      steps.use(
          gates.askAfterFailure(
              "DTS job %s is not released, so it could write again: %s"
                  .formatted(left.id(), left.why()),
              List.of(
                  GateItem.of(left.id(), left.why(), "release it in the DTS console, then retry")),
              "it is released, or found to be gone"));
      released = removeJob();
    }
    restore.begun.remove(Restore.Ours.JOB);
    restore.task = restore.task.removed();
    restore.copied = true;
  }

  private Removal removeJob() {
    return steps.must(
        "release the DTS task",
        () ->
            Steps.dts(ActivityPolicies.remove("release the DTS task", Duration.ZERO))
                .removeJob(
                    new RemoveJob(
                        restore.request.regionId(),
                        restore.restoreId,
                        restore.task.jobId(),
                        restore.task.name(),
                        Duration.ZERO)));
  }
}
