package io.rdsrestore.workflows.verify;

/**
 * What came of comparing rows; tallies of parts of a table add up.
 *
 * @param sourceRows rows of the source
 * @param targetRows rows of the target
 * @param comparedRows rows of the source that were compared by contents
 * @param sourceSum over the compared rows
 * @param targetSum likewise
 * @param chunks parts that were compared
 * @param differentChunks parts that differ, also at the last look
 * @param missing keys that only the source has
 * @param changed keys of both whose rows differ
 * @param more keys that only the target has
 * @param unhashed rows whose text the server could not make, or that took too long
 * @param rounded whether FLOAT or DOUBLE values are those that DTS reads by ROUND, not the same
 *     bits
 * @param targetMoved whether the target changed between two looks
 */
public record RowTally(
    long sourceRows,
    long targetRows,
    long comparedRows,
    Checksum sourceSum,
    Checksum targetSum,
    long chunks,
    long differentChunks,
    long missing,
    long changed,
    long more,
    long unhashed,
    boolean rounded,
    boolean targetMoved) {
  public static final RowTally NOTHING =
      new RowTally(0, 0, 0, Checksum.NONE, Checksum.NONE, 0, 0, 0, 0, 0, 0, false, false);

  /** Of both parts. */
  public RowTally plus(RowTally other) {
    return new RowTally(
        sourceRows + other.sourceRows,
        targetRows + other.targetRows,
        comparedRows + other.comparedRows,
        sourceSum.plus(other.sourceSum),
        targetSum.plus(other.targetSum),
        chunks + other.chunks,
        differentChunks + other.differentChunks,
        missing + other.missing,
        changed + other.changed,
        more + other.more,
        unhashed + other.unhashed,
        rounded || other.rounded,
        targetMoved || other.targetMoved);
  }
}
