package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.request.RequestChange;
import java.util.List;
import java.util.function.Supplier;

/**
 * Takes the restore back to PLANNING with other objects or another restore point. What does not fit
 * any more is removed first: a job that has started, and a clone of the wrong instant (I1).
 */
final class Replanning extends Phase {
  private final Removals removals;

  Replanning(Restore restore, Steps steps, Gates gates, Journal journal, Removals removals) {
    super(restore, steps, gates, journal);
    this.removals = removals;
  }

  void apply(Decision decision) {
    boolean otherPoint = decision.action() == Action.CHANGE_RESTORE_POINT;
    if (otherPoint || jobHasStarted()) {
      releaseJob();
    }
    if (otherPoint) {
      releaseClone();
      restore.request =
          RequestChange.ofRestorePoint(restore.request, decision.restoreTo(), Clock.now())
              .request();
    } else {
      restore.request =
          RequestChange.ofObjects(
                  restore.request, decision.objects(), decision.target(), Clock.now())
              .request();
    }
    steps.use(decision);
    forgetWhatWasOfTheOldPlan();
    journal.enter(
        RestorePhase.PLANNING,
        "The plan is made anew: %s"
            .formatted(otherPoint ? "another restore point" : "other objects or names"));
  }

  /** What DTS was told to skip was meant for the old objects; so that job is not used again. */
  private boolean jobHasStarted() {
    return restore.copied || restore.copyMayHaveBegun || !restore.skippedItems.isEmpty();
  }

  private void releaseJob() {
    if (restore.begun.contains(Restore.Ours.JOB)) {
      journal.doing("Releasing the DTS job, which does not fit the new plan");
      mustRemove("release the DTS job", removals::removeJob);
      restore.begun.remove(Restore.Ours.JOB);
    }
    if (restore.copyMayHaveBegun) {
      restore.abandoned.addAll(restore.objects);
    }
    if (restore.task != null) {
      restore.earlierJobs++;
      restore.task = null;
    }
    restore.skippedItems.clear();
    restore.copyMayHaveBegun = false;
  }

  private void releaseClone() {
    if (!restore.begun.contains(Restore.Ours.CLONE)) {
      return;
    }
    journal.doing("Releasing the clone, which is of another restore point");
    mustRemove("delete the clone", removals::removeClone);
    restore.begun.remove(Restore.Ours.CLONE);
    if (restore.clone != null) {
      restore.earlierClones.add(restore.clone);
    }
    restore.clone = null;
    restore.cloneFacts = null;
    journal.remember();
  }

  private void mustRemove(String what, Supplier<Removal> removal) {
    Removal done = steps.must(what, removal);
    while (!done.left().isEmpty()) {
      Removal.LeftOver left = done.left().get(0);
      steps.use(
          gates.askAfterFailure(
              "Could not %s %s: %s".formatted(what, left.id(), left.why()),
              List.of(GateItem.of(left.id(), left.why(), "remove it in the console, then retry")),
              "it is removed, or found to be gone"));
      done = steps.must(what, removal);
    }
  }

  private void forgetWhatWasOfTheOldPlan() {
    restore.plan = restore.allClones().isEmpty() ? null : restore.plan;
    restore.objects = List.of();
    restore.copied = false;
    restore.verification = null;
    restore.failedPrecheck = null;
    restore.failedStep = null;
    restore.pausedBecause = null;
    restore.tableChanges = List.of();
    restore.cloneChanges.clear();
    restore.progress = null;
    restore.moveInSettled = false;
    restore.movingDatabase = null;
    restore.staysBeside.clear();
    restore.freePlaces.clear();
  }
}
