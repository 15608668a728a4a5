package io.rdsrestore.workflows.activity;

/**
 * One table, compared.
 *
 * @param source {@code database.table} in the clone
 * @param target {@code database.table} on the primary
 * @param verdict how it came out
 * @param sourceRows rows in the clone
 * @param targetRows rows on the primary
 * @param sourceChecksum over all rows, independent of their order; null if only counted
 * @param targetChecksum likewise
 * @param note why it was not compared, or what the verdict rests on; null if nothing to add
 */
public record TableComparison(
    String source,
    String target,
    ComparisonVerdict verdict,
    long sourceRows,
    long targetRows,
    String sourceChecksum,
    String targetChecksum,
    String note) {}
