package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.workflows.RestorePhase;

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
    return what instanceof Deed deed && deed.stops() ? RestorePhase.ABORTED : story.end();
  }

  /** Whether its report has to be that of the calm run. */
  boolean endsAsCalm() {
    return what != null && end() == story.end();
  }

  /** What has to be true at its end, for people. */
  String outcome() {
    if (end() == RestorePhase.ABORTED) {
      return "aborted; at most 1 clone and 1 DTS job bought, none left";
    }
    return what == Deed.TERMINATE
        ? "the next restore: completed; 1 clone and 1 DTS job bought, none of its own left"
        : "completed; 1 clone and 1 DTS job bought, none left; the report of the calm run";
  }

  String toRunItAlone() {
    return "-Dtest=KillMatrixTest -D%s='%s'".formatted(PROPERTY, id());
  }
}
