package io.rdsrestore.workflows.merge;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.Counted;
import java.util.List;

/**
 * What a merge of one table would do, counted and not done.
 *
 * @param table which
 * @param missing keys of the restored table that the current one has not
 * @param changed keys of both whose rows differ
 * @param blocked of those that the merge is about, how many cannot be written: another row has a
 *     unique value of theirs, or the row that a foreign key of theirs points to is not there
 * @param obstacles why the table cannot be merged at all, each a sentence; empty if it can
 * @param undoSql what would take it back, also a part of it; null: a worker that did not tell
 */
public record MergeLook(
    MergeTable table,
    long missing,
    long changed,
    long blocked,
    List<String> obstacles,
    List<String> undoSql) {
  /** One that cannot be merged. */
  public static MergeLook refused(MergeTable table, List<String> obstacles) {
    return new MergeLook(table, 0, 0, 0, obstacles, null);
  }

  /** Whether it can be merged. */
  @JsonIgnore
  public boolean isPossible() {
    return obstacles.isEmpty();
  }

  /** Rows that the merge would write. */
  public long rows(MergeMode mode) {
    return (mode.inserts() ? missing : 0) + (mode.replaces() ? changed : 0) - blocked;
  }

  /** In a sentence. */
  public String text(MergeMode mode) {
    if (!isPossible()) {
      return "cannot be merged";
    }
    return "only in the restored table: %s%s; different now: %d%s%s"
        .formatted(
            Counted.of(missing, "row"),
            mode.inserts() ? ", to be inserted" : ", to stay out",
            changed,
            mode.replaces() ? ", to be replaced" : ", to stay",
            blocked == 0
                ? ""
                : "; %d of these would be left: a unique value of theirs is taken by another row, or the row that a foreign key points to is not there (unless this merge brings it)"
                    .formatted(blocked));
  }
}
