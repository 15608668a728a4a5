package io.rdsrestore.workflows.guard;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.TableComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Whether the clone still was at the comparison what it had been before the copy: rows that have
 * gone from both clone and copy would be called equal.
 *
 * @param changes what has changed, each a sentence; empty if nothing has, or nothing is known
 * @param text for the report
 */
public record SourceCheck(List<String> changes, String text) {

  /**
   * What is known of it.
   *
   * @param rowsBefore rows in the clone before the copy, by {@code database.table}; empty if nobody
   *     has counted them
   * @param seen changes of the tables that were seen during the copy
   * @param mayRun why something in the clone may run by itself; null if nothing does
   */
  public static SourceCheck of(
      Map<String, Long> rowsBefore,
      List<String> seen,
      String mayRun,
      List<TableComparison> compared) {
    List<String> changes = new ArrayList<>(seen);
    int counted = 0;
    for (TableComparison table : compared) {
      Long before = isCounted(table) ? rowsBefore.get(table.source()) : null;
      if (before != null) {
        counted++;
        if (before != table.sourceRows()) {
          changes.add(
              "%s in the clone had %d rows before the copy, and has %d now"
                  .formatted(table.source(), before, table.sourceRows()));
        }
      }
    }
    return new SourceCheck(List.copyOf(changes), text(changes, counted, mayRun));
  }

  /** Whether rows may be missing in both. */
  public boolean isChanged() {
    return !changes.isEmpty();
  }

  private static boolean isCounted(TableComparison table) {
    // Of a table that differs a person is told anyway, and it may not have been counted.
    return table.ofTable()
        && (table.verdict() == ComparisonVerdict.EQUAL
            || table.verdict() == ComparisonVerdict.COMPLETE);
  }

  private static String text(List<String> changes, int counted, String mayRun) {
    String events = mayRun == null ? "" : "; " + mayRun;
    if (!changes.isEmpty()) {
      return "the clone has been changed: " + String.join("; ", changes) + events;
    }
    return counted == 0
        ? "whether the clone was changed is not known" + events
        : "the clone was not changed: %s had the same number of rows before the copy and at the comparison, and the same columns during it%s"
            .formatted(Counted.of(counted, "table"), events);
  }
}
