package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.Difference;
import io.rdsrestore.workflows.verify.Power;
import java.util.List;

/**
 * One table, or another object, compared.
 *
 * @param source {@code database.table} in the clone
 * @param target {@code database.table} on the primary
 * @param verdict how it came out
 * @param sourceRows rows in the clone; 0 of what has none
 * @param targetRows rows on the primary; 0 of what has none
 * @param sourceChecksum over all rows, independent of their order; null if only counted
 * @param targetChecksum likewise
 * @param note why it was not compared, or what the verdict rests on; null if nothing to add
 * @param kind what it is; null in what was recorded before other objects than tables were compared
 * @param power how strong the comparison was; null likewise
 * @param differences in what they differ, the first {@value #MOST_DIFFERENCES}; never keys or
 *     values of rows; null likewise
 */
public record TableComparison(
    String source,
    String target,
    ComparisonVerdict verdict,
    long sourceRows,
    long targetRows,
    String sourceChecksum,
    String targetChecksum,
    String note,
    ComparedKind kind,
    Power power,
    List<Difference> differences) {
  /** More are counted only. */
  public static final int MOST_DIFFERENCES = 10;

  /** The same, of a target that has another name by now. */
  public TableComparison withTarget(String newTarget) {
    return new TableComparison(
        source,
        newTarget,
        verdict,
        sourceRows,
        targetRows,
        sourceChecksum,
        targetChecksum,
        note,
        kind,
        power,
        differences);
  }

  /** A table of which only the rows were looked at. */
  public TableComparison(
      String source,
      String target,
      ComparisonVerdict verdict,
      long sourceRows,
      long targetRows,
      String sourceChecksum,
      String targetChecksum,
      String note) {
    this(
        source,
        target,
        verdict,
        sourceRows,
        targetRows,
        sourceChecksum,
        targetChecksum,
        note,
        null,
        null,
        null);
  }

  /** Whether it is a table. */
  public boolean ofTable() {
    return kind == null || kind == ComparedKind.TABLE;
  }
}
