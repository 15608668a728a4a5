package io.rdsrestore.activities.database;

import java.util.List;

/**
 * The SQL that fingerprints rows on their server, the same text for both servers and for every
 * version from MySQL 5.5 on.
 *
 * <p>A row becomes text in which every value is unambiguous: text and bytes as hexadecimal digits
 * or, where they may be long, as their MD5; numbers and times as digits; NULL as {@code N}. Its MD5
 * counts as two 64-bit numbers, which are added up. So a fingerprint does not depend on the order
 * of rows, it sees rows that are there twice, and sets of rows that differ by accident have the
 * same one with a chance of about 2^-128. It is no proof against somebody who wants to deceive.
 */
final class ChecksumSql {
  /** Before a query: what makes values print the same on both servers, and what keeps it gentle. */
  static final List<String> SESSION =
      List.of(
          "SET NAMES utf8mb4",
          "SET time_zone = '+00:00'",
          "SET sql_mode = ''",
          // MySQL 8 keeps AUTO_INCREMENT, rows and bytes for a day; to others it is a comment.
          "SET lock_wait_timeout = 20 /*!80000 , SESSION information_schema_stats_expiry = 0 */");

  private ChecksumSql() {}

  /** Counts rows. One row: count. */
  static String count(TableName table) {
    return "SELECT COUNT(*) FROM " + table.sql();
  }

  /**
   * Fingerprints rows. One row: rows, hashed rows, sum, sum; the sums are NULL where there is no
   * row.
   *
   * @param rowText of {@link RowForm}
   * @param where which rows; may begin with an index hint
   */
  static String sums(TableName table, String rowText, Where where) {
    return sums(table, rowText, where, "");
  }

  /**
   * Likewise, of so few rows that the server may keep their hashes, 32 bytes each, until they are
   * added up. The LIMIT leaves out none, but makes newer servers do so: without it they compute a
   * row's hash anew for each place that uses it. Older ones keep them in any case.
   */
  static String sumsOfPart(TableName table, String rowText, Where where) {
    return sums(table, rowText, where, " LIMIT " + Long.MAX_VALUE);
  }

  private static String sums(TableName table, String rowText, Where where, String limit) {
    return """
    SELECT SQL_NO_CACHE COUNT(*), COUNT(h), SUM(%s), SUM(%s)
    FROM (SELECT CAST(MD5(%s) AS BINARY(32)) AS h FROM %s%s) z\
    """
        .formatted(half(1), half(17), rowText, where.of(table), limit);
  }

  /** Counts rows, in the form of {@link #sums}. */
  static String counts(TableName table, Where where) {
    return "SELECT SQL_NO_CACHE COUNT(*), COUNT(*), 0, 0 FROM " + where.of(table);
  }

  /** Rows by key, for a merge: key text and row hash, ordered by the key's bytes. */
  static String rowsByKey(TableName table, String keyText, String rowText, Where where) {
    return """
    SELECT SQL_NO_CACHE k, h FROM (SELECT %s AS k, MD5(%s) AS h FROM %s) z
    ORDER BY CAST(k AS BINARY)\
    """
        .formatted(keyText, rowText, where.of(table));
  }

  private static String half(int from) {
    return "CAST(CONV(SUBSTR(h, %d, 16), 16, 10) AS UNSIGNED)".formatted(from);
  }
}
