package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.swap.SwapTable;
import java.util.List;

/**
 * What is moved.
 *
 * @param primary where
 * @param tables those that a person has seen and decided about, or that have free places
 * @param autoIncrementFloor the least number that a table in its place gives out next, where it
 *     gives out any; 0: no least number
 * @param restoreId whose tables they are: what it keeps meanwhile carries it; null: an earlier
 *     writer, for which triggers stay in the way
 */
public record SwapTables(
    DatabaseLogin primary, List<SwapTable> tables, long autoIncrementFloor, String restoreId) {}
