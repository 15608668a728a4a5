package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.merge.MergeTable;
import java.util.List;

/**
 * What is merged, counted for a merge, or taken back.
 *
 * @param primary where all of the tables are
 * @param mode which rows
 * @param restoreId whose merge it is: what it makes carries that
 * @param where of which rows of the restored table, as {@link
 *     io.rdsrestore.workflows.merge.MergeCondition} takes it; null: all
 * @param tables those that a person has seen and decided about
 * @param threadsRunning see {@link io.rdsrestore.workflows.request.Limits}; 0: the default
 */
public record MergeTables(
    DatabaseLogin primary,
    MergeMode mode,
    String restoreId,
    String where,
    List<MergeTable> tables,
    int threadsRunning) {}
