package io.rdsrestore.workflows.merge;

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
    return "%d inserted rows removed, %d replaced rows put back%s"
        .formatted(
            removed,
            putBack,
            left == 0
                ? ""
                : ", %d left as they are now: changed since the merge, or needed by other rows"
                    .formatted(left));
  }
}
