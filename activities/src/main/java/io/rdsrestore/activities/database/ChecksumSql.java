package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The SQL that fingerprints a table on its server, the same text for both servers.
 *
 * <p>A row becomes text in which every value is unambiguous: text and bytes as hexadecimal digits
 * or, where they may be long, as their MD5; numbers and times as digits; NULL as {@code N}. Its MD5
 * counts as two 64-bit numbers. A table's fingerprint is the number of rows, the exclusive or of
 * both numbers, and the sum of the first, which also sees rows that are there twice. So it does not
 * depend on the order of rows, and two tables that differ by accident have the same one with a
 * chance of about 2^-128 (2^-64 for an even number of identical rows). It is no proof against
 * somebody who wants to deceive.
 */
final class ChecksumSql {
  /** Before a query: what makes values print the same on both servers. */
  static final List<String> SESSION =
      List.of("SET NAMES utf8mb4", "SET time_zone = '+00:00'", "SET sql_mode = ''");

  private static final String NULL_MARK = "'N'";

  private ChecksumSql() {}

  /** Counts rows. One row: count. */
  static String count(TableName table) {
    return "SELECT COUNT(*) FROM " + table.sql();
  }

  /** Fingerprints a table. One row: rows, hashed rows, xor, xor, sum. */
  static String fingerprint(TableName table, TableShape shape) {
    return """
        SELECT COUNT(*), COUNT(h), BIT_XOR(%1$s), BIT_XOR(%2$s), SUM(%1$s)
        FROM (SELECT %3$s AS h FROM %4$s) z"""
        .formatted(half(1), half(17), rowHash(shape.columns()), table.sql());
  }

  /** Rows by key, for a merge: key text and row hash, ordered by the key's bytes. */
  static String rowsByKey(TableName table, TableShape shape) {
    return """
        SELECT k, h FROM (SELECT %s AS k, %s AS h FROM %s) z ORDER BY CAST(k AS BINARY)"""
        .formatted(rowText(shape.keyColumns()), rowHash(shape.columns()), table.sql());
  }

  private static String half(int from) {
    return "CAST(CONV(SUBSTR(h, %d, 16), 16, 10) AS UNSIGNED)".formatted(from);
  }

  private static String rowHash(List<TableShape.Column> columns) {
    return "MD5(" + rowText(columns) + ")";
  }

  private static String rowText(List<TableShape.Column> columns) {
    return columns.stream()
        .map(ChecksumSql::value)
        .collect(Collectors.joining(", ", "CONCAT_WS('|', ", ")"));
  }

  /** A value as text that says exactly which it is. */
  static String value(TableShape.Column column) {
    String name = SqlName.quote(column.name());
    return "IFNULL(" + text(name, column.dataType()) + ", " + NULL_MARK + ")";
  }

  private static String text(String name, String dataType) {
    return switch (dataType) {
      case "tinyint",
          "smallint",
          "mediumint",
          "int",
          "bigint",
          "decimal",
          "year",
          "date",
          "time",
          "datetime",
          "timestamp" ->
          "CAST(" + name + " AS CHAR)";
      // As DOUBLE: the text form of FLOAT has six digits only.
      case "float", "double" -> "CAST(" + name + " + 0e0 AS CHAR)";
      case "bit" -> "CAST(" + name + " + 0 AS CHAR)";
      case "binary", "varbinary" -> "HEX(" + name + ")";
      case "char", "varchar", "enum", "set", "tinytext" ->
          "HEX(CONVERT(" + name + " USING utf8mb4))";
      case "text", "mediumtext", "longtext" -> "MD5(CONVERT(" + name + " USING utf8mb4))";
      case "tinyblob", "blob", "mediumblob", "longblob" -> "MD5(" + name + ")";
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          "MD5(" + name + ")";
      default -> "MD5(CONVERT(CAST(" + name + " AS CHAR) USING utf8mb4))";
    };
  }
}
