package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.UndoOffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A swap or a merge that can still be taken back when its restore has ended: {@code undoFor}. */
final class UndoStays {
  private final Restore restore;
  private final Journal journal;

  UndoStays(Restore restore, Journal journal) {
    this.restore = restore;
    this.journal = journal;
  }

  /** From now on it is counted how long it is offered. */
  void begin() {
    boolean done = !restore.swap.isEmpty() || !restore.merged.isEmpty();
    if (done && restore.request.undoFor() != null) {
      restore.undo =
          new UndoOffer(
              Clock.now().plus(restore.request.undoFor()).truncatedTo(ChronoUnit.SECONDS),
              restore.swap.stream().map(SwapLook::table).toList(),
              restore.merged.isEmpty() ? null : restore.merging);
    }
  }

  /** What keeps a clone has been told of it; where none is kept, its own workflow is begun. */
  void end() {
    if (restore.undo == null) {
      return;
    }
    Instant noClone = null;
    if (restore.cloneHandedOver
        || KeepHandOver.start(restore, "the undo of " + restore.restoreId, noClone)) {
      journal.note(sentence(restore));
    } else {
      restore.undo = null;
      journal.note(
          "The workflow that was to take an undo could not be started: the report has the SQL");
    }
  }

  /** Until when it can be asked for, and how. */
  static String sentence(Restore restore) {
    return "The %s can be taken back until %s: ./rds-restore undo %s"
        .formatted(
            restore.undo.what(),
            restore.undo.until(),
            RestoreContract.keepWorkflowId(restore.restoreId));
  }
}
