package io.rdsrestore.workflows.activity;

/**
 * A database that was lost as a whole, and goes from its copy beside to its own name.
 *
 * @param primary where
 * @param restored the copy
 * @param home its own name; it exists, and is empty
 * @param autoIncrementFloor see {@link SwapTables}
 */
public record MoveDatabase(
    DatabaseLogin primary,
    String restored,
    String home,
    long autoIncrementFloor,
    String restoreId) {}
