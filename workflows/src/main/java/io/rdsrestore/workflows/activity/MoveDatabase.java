package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * A database that was lost as a whole, and goes from its copy beside to its own name.
 *
 * @param primary where
 * @param restored the copy
 * @param home its own name; it exists, and is empty
 * @param autoIncrementFloor see {@link SwapTables}
 * @param triggers names of those that the clone has; null: an earlier writer
 */
public record MoveDatabase(
    DatabaseLogin primary,
    String restored,
    String home,
    long autoIncrementFloor,
    String restoreId,
    List<String> triggers) {

  /** None, where who wrote it did not know of them. */
  public MoveDatabase {
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
  }
}
