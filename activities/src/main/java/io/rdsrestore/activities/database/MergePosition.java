package io.rdsrestore.activities.database;

/**
 * How far a walk over one restored table is, and what it has found; numbers only, no keys.
 *
 * @param rows of the restored table that are done
 * @param missing of which the current table had not the key
 * @param changed of which it had another version
 * @param blocked that cannot be written
 */
public record MergePosition(long rows, long missing, long changed, long blocked) {
  static final MergePosition START = new MergePosition(0, 0, 0, 0);

  MergePosition withBlocked(long now) {
    return new MergePosition(rows, missing, changed, now);
  }

  MergePosition plus(MergePosition part) {
    return new MergePosition(
        rows + part.rows, missing + part.missing, changed + part.changed, blocked + part.blocked);
  }
}
