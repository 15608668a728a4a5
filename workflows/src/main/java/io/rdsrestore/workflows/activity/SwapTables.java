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
 */
public record SwapTables(DatabaseLogin primary, List<SwapTable> tables, long autoIncrementFloor) {}
