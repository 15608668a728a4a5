package io.rdsrestore.workflows.merge;

import io.rdsrestore.workflows.Counted;

/**
 * What the undo of a merge has done to one table.
 *
 * @param table which
 * @param removed rows that the merge had inserted
 * @param putBack rows of before that are in place again
 * @param left rows of the merge that stay: somebody has changed them since, or other rows need them
 */
public record UnmergedTable(MergeTable table, long removed, long putBack, long left) {

  /** In a sentence. */
  public String text() {
    return "%s removed, %s put back%s"
        .formatted(
            Counted.of(removed, "inserted row"),
            Counted.of(putBack, "replaced row"),
            left == 0
                ? ""
                : ", %d left as they are now: changed since the merge, or needed by other rows"
                    .formatted(left));
  }
}
