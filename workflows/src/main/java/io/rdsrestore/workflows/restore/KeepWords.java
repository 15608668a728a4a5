package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.swap.SwapSql;
import io.rdsrestore.workflows.swap.SwapTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is said about a clone that is kept, and of an undo that can be asked for. */
final class KeepWords {
  private KeepWords() {}

  static String kept(Restore restore) {
    return "Clone %s is kept until %s, at %s an hour, then removed; ./rds-restore extend %s --for P1D keeps it longer, ./rds-restore abort %s removes it now"
        .formatted(
            restore.clone.instanceId(),
            restore.keptUntil,
            restore.price.text(),
            restore.workflowId,
            restore.workflowId);
  }

  /** What is kept, before "until"; null: nothing any more. */
  static String kept(Restore restore, boolean clone) {
    if (clone) {
      return "the clone is kept";
    }
    return restore.undo == null ? null : "the %s can be taken back".formatted(restore.undo.what());
  }

  /** What an abort does. */
  static String abortLeadsTo(Restore restore) {
    boolean clone = restore.begun.contains(Restore.Ours.CLONE);
    if (restore.undo == null) {
      return "the clone is removed now";
    }
    return "%sthe %s stays as it is, and cannot be taken back here any more"
        .formatted(clone ? "the clone is removed now, and " : "", restore.undo.what());
  }

  static String reminder(Restore restore, Cost cost) {
    return "Clone %s still stands, as is wanted until %s. It has cost %s %s so far and costs on; ./rds-restore abort %s removes it now"
        .formatted(
            restore.clone.instanceId(),
            restore.keptUntil,
            cost.amount().toPlainString(),
            cost.currency(),
            restore.workflowId);
  }

  /** The report of a restore, of which most does not apply. */
  static RestoreReport report(
      Restore restore, List<DecisionRecord> decisions, Cost cost, Instant now) {
    return new RestoreReport(
        restore.restoreId,
        restore.request.instanceId(),
        RestorePhase.COMPLETED,
        null,
        summary(restore, cost),
        restore.request.requestedBy(),
        restore.request.reason(),
        restore.request.restoreTo(),
        restore.startedAt,
        now,
        List.of(),
        null,
        List.of(),
        List.of(),
        null,
        List.copyOf(restore.left),
        notes(restore),
        cost,
        decisions);
  }

  private static List<String> notes(Restore restore) {
    List<String> notes = new ArrayList<>();
    restore.mergeNotes.forEach(note -> notes.add(note.sentence()));
    restore.moving.forEach(table -> notes.add(ReportWriter.perhapsMoved(table)));
    restore.swappedBack.forEach(table -> notes.add(swappedBack(table)));
    return List.copyOf(notes);
  }

  private static String swappedBack(SwapTable table) {
    return "Table %s is the one of before again; the restored one, with what was written into it since the swap, is %s, and nothing of ours drops it. When nobody needs it any more: DROP TABLE %s;"
        .formatted(table.current(), table.restored(), SwapSql.sql(table.restored()));
  }

  private static String summary(Restore restore, Cost cost) {
    String undo = restore.undone == null ? "" : restore.undone + ". ";
    if (restore.clone == null) {
      return undo.isEmpty() ? "Nothing was taken back." : undo.strip();
    }
    return undo + ofClone(restore, cost);
  }

  private static String ofClone(Restore restore, Cost cost) {
    String id = restore.clone.instanceId();
    return "%s; clones of this restore have cost %s %s."
        .formatted(
            restore.left.isEmpty()
                ? "The kept clone %s is removed, %s"
                    .formatted(
                        id,
                        restore.stopped == null
                            ? "at its end, " + restore.keptUntil
                            : "before its end: " + restore.stopped)
                : "The kept clone %s could not be removed, see what is left".formatted(id),
            cost.amount().toPlainString(),
            cost.currency());
  }
}
