package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.swap.SwapLook;
import io.rdsrestore.workflows.swap.UndoOffer;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/** A swap or a merge that can still be taken back when its restore has ended: {@code undoFor}. */
final class UndoStays {
  /** What an undo needs is named up to so many tables. */
  private static final int NAMED = 6;

  /** How long before its end it is said, where nobody has configured that. */
  private static final Duration BEFORE = Duration.ofHours(2);

  /** As of a gate: never earlier than when so much of the time is over, as a fraction. */
  private static final int LAST_PART = 4;

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
    return "The %s can be taken back until %s, as long as nobody drops %s: ./rds-restore undo %s"
        .formatted(
            restore.undo.what(),
            restore.undo.until(),
            needed(restore.undo),
            RestoreContract.keepWorkflowId(restore.restoreId));
  }

  private static String needed(UndoOffer undo) {
    List<QualifiedName> needs = undo.needs();
    String named =
        needs.stream().limit(NAMED).map(QualifiedName::toString).collect(Collectors.joining(", "));
    return needs.size() > NAMED ? "%s and %d more".formatted(named, needs.size() - NAMED) : named;
  }

  /** That it ends soon, and how to ask for it or for more time. */
  static String endsSoon(Restore restore) {
    return "%s; ./rds-restore extend %s --for P1D offers it for longer. Nothing is taken back after that"
        .formatted(sentence(restore), RestoreContract.keepWorkflowId(restore.restoreId));
  }

  /**
   * When that is said.
   *
   * @param from since when it is waited for
   */
  static Instant warning(Restore restore, Instant from) {
    Instant until = restore.undo.until();
    Duration last = Duration.between(from, until).dividedBy(LAST_PART);
    Duration before =
        restore.notifications == null || restore.notifications.warnBefore() == null
            ? BEFORE
            : restore.notifications.warnBefore();
    return until.minus(before.compareTo(last) < 0 ? before : last);
  }
}
