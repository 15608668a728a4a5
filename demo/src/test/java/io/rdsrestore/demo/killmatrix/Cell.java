package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.GateKind;
import java.util.Optional;

/**
 * One cell of the matrix.
 *
 * @param what happens there; null in a calm run
 * @param always whether it runs in every build, not in the nightly only
 */
record Cell(Story story, Point point, What what, boolean always) {
  /** Names one cell that is to run alone, or several by a regular expression. */
  static final String PROPERTY = "rds-restore.cell";

  static Cell calm(Story story) {
    return new Cell(story, new Point.Nowhere(), null, true);
  }

  String id() {
    boolean plain = story == Story.RESTORE || story == Story.SLOW;
    String where = plain ? point.id() : story + "/" + point.id();
    return what == null ? where : where + "/" + what.id();
  }

  RestorePhase end() {
    return isStopped() && !isDone() ? RestorePhase.ABORTED : story.end();
  }

  private boolean isStopped() {
    return what == SqlBlow.ABORT || (what instanceof Deed deed && deed.stops());
  }

  /** Whether nobody tells Temporal that the worker is dead. */
  boolean isUnnoticed() {
    return what == Blow.KILL_UNNOTICED || what == SqlBlow.HOST_GONE;
  }

  /** Whether the restored table has to have the place of the current one at the end. */
  boolean endsInPlace() {
    if (!isStopped()) {
      return story == Story.SWAPPED;
    }
    return point.equals(new Point.OnGate(Story.GATE_OF_UNDO))
        || point.equals(new Point.OnStatement(SqlStep.RENAME_TABLE, 1));
  }

  /** How much has to be merged at the end; empty if that is for the report to say. */
  Optional<Boolean> endsMerged() {
    if (!isStopped()) {
      return Optional.of(story == Story.MERGED);
    }
    return point instanceof Point.OnGate at
        ? Optional.of(at.gate().equals(Story.GATE_OF_MERGE_UNDO))
        : Optional.empty();
  }

  /** Whether all is restored there: what stops a restore then finds nothing to stop. */
  private boolean isDone() {
    return isCleanUpGate() || (point instanceof Point.OnCall call && call.action().cleansUp());
  }

  private boolean isCleanUpGate() {
    return point instanceof Point.OnGate at && at.gate().startsWith(GateKind.CLEANUP.word() + "-");
  }

  /** Whether somebody decides to leave the clone behind; a cancel is no such decision. */
  boolean leavesClone() {
    return isCleanUpGate() && what == Deed.ABORT;
  }

  /** Whether what people decide at the gate is still to be said after what happens there. */
  boolean isDecidedAfterwards() {
    return what == Deed.KILL || (isCleanUpGate() && what == Deed.CANCEL);
  }

  /** Whether its report has to be that of the calm run. */
  boolean endsAsCalm() {
    return what != null && end() == story.end() && !isStopped();
  }

  /** What has to be true at its end, for people. */
  String outcome() {
    String all = ofRestore();
    if (story == Story.MOVED) {
      return all
          + (isStopped()
              ? "; the restored table where the report says"
              : "; the restored table in its free place, others untouched");
    }
    if (story == Story.HOME) {
      return all
          + (isStopped()
              ? "; the lost database where the report says, as a whole"
              : "; the lost database under its own name, as a whole");
    }
    if (story.merges()) {
      return all
          + endsMerged()
              .map(merged -> merged ? "; all rows merged, once" : "; no row merged")
              .orElse("; rows merged in whole parts, each kept beside; the report says so");
    }
    return story.swaps()
        ? all
            + (endsInPlace()
                ? "; the restored table in place, the one of before beside it"
                : "; the table of before in its place, the restored one beside")
        : all;
  }

  private String ofRestore() {
    if (leavesClone()) {
      return "completed, since all is restored; the clone is left, and the report says how to remove it";
    }
    if (isStopped() && isDone()) {
      return "completed, since all is restored; 1 clone and 1 DTS job bought, none left";
    }
    if (end() == RestorePhase.ABORTED) {
      return "aborted; at most 1 clone and 1 DTS job bought, none left";
    }
    return what == Deed.TERMINATE
        ? "the next restore: completed; 1 clone and 1 DTS job bought, none of its own left"
        : "completed; %d clone%s and 1 DTS job bought, none left; %s"
            .formatted(
                story.clones(),
                story.clones() == 1 ? "" : "s, one after the other,",
                story.hasDatabases()
                    ? "the copy is " + story.verdict()
                    : "the report of the calm run");
  }

  String toRunItAlone() {
    return "-Dtest=%s -D%s='%s'"
        .formatted(
            story.hasDatabases() ? "KillWithDatabasesTest" : "KillMatrixTest", PROPERTY, id());
  }
}
