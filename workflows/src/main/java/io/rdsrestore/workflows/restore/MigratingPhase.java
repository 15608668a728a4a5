package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.EnsureCopyRate;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.status.Progress;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Waits for the copy, and releases the job as soon as it has finished (I4). */
final class MigratingPhase extends Phase {
  private static final String COPYING = "DTS copies structure and rows to the primary";

  /** So many returns with progress are worth their history. */
  private static final int TELLS = 8;

  private static final Duration PAUSE_AGAIN = Duration.ofSeconds(10);

  /** DTS: Status of a job that is paused, and of one that goes on. */
  private static final String PAUSED = "Suspending";

  private static final String GOES_ON = "Migrating";

  private final GateKeeper keeper;
  private final Removals removals;
  private final Pausing pausing;
  private final CopyFailures failures;

  MigratingPhase(
      Restore restore,
      Steps steps,
      Gates gates,
      Journal journal,
      GateKeeper keeper,
      Removals removals) {
    super(restore, steps, gates, journal);
    this.keeper = keeper;
    this.removals = removals;
    pausing = new Pausing(restore, steps, gates, journal, keeper);
    failures = new CopyFailures(restore, steps, gates, journal);
  }

  /** True once all is copied; false if the job has gone and another has to be made. */
  boolean run() {
    journal.enter(RestorePhase.MIGRATING, COPYING);
    Instant began = Clock.now();
    int told = 0;
    int tellsLeft = TELLS;
    boolean goneSaid = false;
    while (true) {
      if (restore.pausedBecause != null) {
        if (pausing.awaitResume("DTS goes on where it stopped")) {
          changeRate();
        }
        start();
        restore.task = restore.task.seen(GOES_ON);
        journal.doing(COPYING);
      }
      Optional<MigrationLook> seen = look(told, tellsLeft);
      if (seen.isEmpty()) {
        if (pause(pausing.wish()) != MigrationState.RUNNING) {
          keeper.paused();
        }
        continue;
      }
      MigrationLook look = seen.get();
      restore.task = restore.task.seen(look.jobState());
      note(look);
      switch (look.state()) {
        case FINISHED -> {
          restore.copyEndedAt = Clock.now();
          restore.copyTook = Duration.between(began, restore.copyEndedAt);
          release();
          restore.copied = true;
          return true;
        }
        case RUNNING -> {
          if (look.percent() > told) {
            told = look.percent();
            tellsLeft--;
            tell(began, told);
          }
          if (!look.changes().isEmpty()) {
            pauseAfterChanges(look);
          } else if (look.pressure() != null) {
            var unused = pause(look.pressure());
          }
        }
        case FAILED -> {
          failures.ask(look);
          start();
        }
        // Its precheck was taken for passed while it showed another state.
        case RESTING -> start();
        case SUSPENDED -> {
          askWhatNow(look);
          start();
        }
        case GONE -> {
          if (!goneSaid) {
            askWhatNow(look);
            // It may be there again: another one is bought only if it is still missing.
            goneSaid = true;
          } else {
            release();
            restore.earlierJobs++;
            restore.task = null;
            return false;
          }
        }
      }
    }
  }

  /** Empty if a person wants a pause. */
  private Optional<MigrationLook> look(int told, int tellsLeft) {
    keeper.pausable(true);
    try {
      return steps.mustAwait(
          "wait for the copy",
          () ->
              Steps.dts(
                      ActivityPolicies.await(
                          "copy of " + restore.task.jobId(),
                          restore.request.limits().migrationWait()))
                  .awaitMigration(
                      new AwaitMigration(
                          restore.jobReference(),
                          told,
                          tellsLeft,
                          restore.watch(),
                          restore.watchedTables())),
          () -> keeper.pause().isPresent());
    } finally {
      keeper.pausable(false);
    }
  }

  /** What was seen of the tables. */
  private void note(MigrationLook look) {
    if (look.changes().isEmpty()) {
      if (look.shapes() != null) {
        restore.shapes = restore.shapes.learning(look.shapes());
      }
      return;
    }
    look.changes().forEach(journal::note);
    restore.shapes.changesOfClone(look.shapes()).stream()
        .filter(change -> !restore.cloneChanges.contains(change))
        .forEach(restore.cloneChanges::add);
  }

  /** It is better asked about now than found as an error of DTS later. */
  private void pauseAfterChanges(MigrationLook look) {
    MigrationState stands = pause(String.join("; ", look.changes()));
    if (restore.pausedBecause != null) {
      restore.tableChanges = look.changes();
    } else if (stands != MigrationState.RUNNING) {
      restore.shapes = look.shapes();
    }
  }

  /** How the job stands then; paused only if it could be. */
  private MigrationState pause(String because) {
    journal.doing("Pausing: " + because);
    MigrationState stands =
        steps.must(
            "pause the DTS task",
            () ->
                Steps.dts(ActivityPolicies.ensure("pause the DTS task", Duration.ZERO))
                    .ensureJobSuspended(restore.jobReference()));
    switch (stands) {
      case SUSPENDED -> {
        restore.pausedBecause = because;
        restore.task = restore.task.seen(PAUSED);
      }
      case RESTING -> restore.pausedBecause = because;
      // It cannot be paused in this state: it is tried again.
      case RUNNING -> Workflow.sleep(PAUSE_AGAIN);
      // The next look deals with it.
      case FINISHED, FAILED, GONE -> {}
    }
    return stands;
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
      case RUNNING, RESTING, FINISHED, FAILED ->
          throw new IllegalStateException(look.state().name());
    }
  }

  private void ask(String reason, String message, String remedy, String retryLeadsTo) {
    Decision decision =
        gates.askAfterFailure(
            reason, List.of(GateItem.of(restore.task.jobId(), message, remedy)), retryLeadsTo);
    steps.use(decision);
  }

  private void changeRate() {
    steps.must(
        "change how fast DTS copies",
        () ->
            Steps.dts(ActivityPolicies.ensure("speed of the copy", Duration.ZERO))
                .ensureCopyRate(new EnsureCopyRate(restore.jobReference(), restore.rate)));
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
  }

  private Removal removeJob() {
    return steps.must("release the DTS task", removals::removeJob);
  }
}
