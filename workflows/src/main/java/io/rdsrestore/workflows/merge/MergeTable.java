package io.rdsrestore.workflows.merge;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;

/**
 * A restored table, the current one that takes rows of it, and where is kept what that replaces.
 *
 * @param restored where the rows come from; nothing is changed in it
 * @param current where they go
 * @param saved beside the current one: what was done, row by row, and the rows of before
 */
public record MergeTable(QualifiedName restored, QualifiedName current, QualifiedName saved) {
  /**
   * One that can also be swapped.
   *
   * @param number which merge of the restore it is, from 1: each keeps its rows apart
   */
  public static MergeTable of(SwapTable table, String restoreId, int number) {
    String suffix = "_merged" + (number == 1 ? "" : Integer.toString(number)) + "_" + restoreId;
    return new MergeTable(
        table.restored(),
        table.current(),
        new QualifiedName(
            table.current().database(), SqlName.suffixed(table.current().name(), suffix)));
  }
}
