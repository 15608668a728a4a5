package io.rdsrestore.activities.database;

/**
 * A table's fingerprint ({@link ChecksumSql}).
 *
 * @param rows its rows
 * @param hashedRows rows whose text the server could make: fewer if one is longer than
 *     max_allowed_packet
 * @param checksum over all rows, independent of their order
 */
record Fingerprint(long rows, long hashedRows, String checksum) {
  boolean isWhole() {
    return rows == hashedRows;
  }
}
