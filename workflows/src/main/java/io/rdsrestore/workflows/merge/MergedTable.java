package io.rdsrestore.workflows.merge;

import io.rdsrestore.workflows.Counted;
import java.util.List;

/**
 * What a merge has done to one table.
 *
 * @param table which
 * @param inserted rows that the current table had not
 * @param replaced rows of which it had another version, which is kept in the saved table
 * @param left rows that could not be written and were left as they are
 * @param undoSql what takes it back; leaves out rows that somebody has changed since
 * @param leftSql names the rows that were left by their keys; null: none, or a worker that did not
 *     tell
 */
public record MergedTable(
    MergeTable table,
    long inserted,
    long replaced,
    long left,
    List<String> undoSql,
    String leftSql) {

  /** In a sentence. */
  public String text() {
    return "%s inserted, %d replaced%s; what was there before is kept in %s"
        .formatted(
            Counted.of(inserted, "row"),
            replaced,
            left == 0
                ? ""
                : ", %d left (a unique value is taken, or a parent row is not there%s)"
                    .formatted(left, leftSql == null ? "" : "; their keys: " + leftSql),
            table.saved());
  }
}
