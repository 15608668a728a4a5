package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.swap.SwapTable;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is moved.
 *
 * @param primary where
 * @param tables those that a person has seen and decided about, or that have free places
 * @param autoIncrementFloor the least number that a table in its place gives out next, where it
 *     gives out any; 0: no least number
 * @param restoreId whose tables they are: what it keeps meanwhile carries it; null: an earlier
 *     writer, for which triggers stay in the way
 * @param madeHomes databases that the restore has made for these tables, each with the collation
 *     that it is to have; empty: none
 */
public record SwapTables(
    DatabaseLogin primary,
    List<SwapTable> tables,
    long autoIncrementFloor,
    String restoreId,
    SortedMap<String, String> madeHomes) {

  /** None, where who wrote it did not know of them. */
  public SwapTables {
    madeHomes = madeHomes == null ? new TreeMap<>() : madeHomes;
  }

  /** Tables whose places are in databases that were there before. */
  public SwapTables(
      DatabaseLogin primary, List<SwapTable> tables, long autoIncrementFloor, String restoreId) {
    this(primary, tables, autoIncrementFloor, restoreId, new TreeMap<>());
  }
}
