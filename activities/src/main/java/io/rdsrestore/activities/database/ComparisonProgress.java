package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.TablePosition;
import java.time.Duration;
import java.util.List;

/**
 * How far a comparison is: shown in the pending activity, and where the next attempt goes on.
 *
 * @param doing for people
 * @param tables how far each table is; numbers only, no keys
 * @param gotOnAfter when a part was done last, since the comparison was first scheduled
 */
public record ComparisonProgress(String doing, List<TablePosition> tables, Duration gotOnAfter) {
  public ComparisonProgress {
    gotOnAfter = gotOnAfter == null ? Duration.ZERO : gotOnAfter;
  }

  static ComparisonProgress none() {
    return new ComparisonProgress("", List.of(), null);
  }

  /** Parts that are done. */
  static long parts(List<TablePosition> tables) {
    return tables.stream().mapToLong(TablePosition::next).sum();
  }
}
