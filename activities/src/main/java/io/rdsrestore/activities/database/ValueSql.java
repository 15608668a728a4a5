package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.ColumnStructure;

/** The SQL of a column's value as text that says exactly which value it is; NULL is {@code N}. */
final class ValueSql {
  private static final String NULL_MARK = "'N'";

  /** The precision with which DTS reads: FLOAT, DOUBLE. */
  private static final int FLOAT_DIGITS = 38;

  private static final int DOUBLE_DIGITS = 308;

  private ValueSql() {}

  /**
   * The value's text, the same on both servers for the same value.
   *
   * @param sameType whether the column has the same type and character set on both: then its bytes
   *     are compared, else the text that they stand for
   * @param rounded whether FLOAT and DOUBLE are rounded as DTS does when it reads them
   */
  static String of(ColumnStructure column, boolean sameType, boolean rounded) {
    return "IFNULL(" + text(column, sameType, rounded) + ", " + NULL_MARK + ")";
  }

  /** Whether DTS may have rounded it. */
  static boolean isApproximate(ColumnStructure column) {
    return column.dataType().equals("float") || column.dataType().equals("double");
  }

  private static String text(ColumnStructure column, boolean sameType, boolean rounded) {
    String name = SqlName.quote(column.name());
    return switch (column.dataType()) {
      // In IFNULL with a text they are text, and sooner than by a CAST.
      case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal" -> name;
      case "year", "date", "time", "datetime", "timestamp" -> "CAST(" + name + " AS CHAR)";
      // As DOUBLE: the text form of FLOAT has six digits only.
      case "float" -> "CAST(" + approximate(name, FLOAT_DIGITS, rounded) + " AS CHAR)";
      case "double" -> "CAST(" + approximate(name, DOUBLE_DIGITS, rounded) + " AS CHAR)";
      case "bit" -> "CAST(" + name + " + 0 AS CHAR)";
      case "binary", "varbinary" -> "HEX(" + name + ")";
      // By number: the label '' may also stand for a value that is none.
      case "enum", "set" ->
          sameType ? "CAST(" + name + " + 0 AS CHAR)" : "HEX(" + inUnicode(name) + ")";
      case "char", "varchar", "tinytext" -> "HEX(" + characters(name, sameType) + ")";
      case "text", "mediumtext", "longtext" -> "MD5(" + characters(name, sameType) + ")";
      case "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          "MD5(" + name + ")";
      default -> "MD5(" + inUnicode("CAST(" + name + " AS CHAR)") + ")";
    };
  }

  private static String approximate(String name, int digits, boolean rounded) {
    return rounded ? "ROUND(" + name + " + 0e0, " + digits + ")" : name + " + 0e0";
  }

  /** Bytes as they are, where both sides mean the same by them: conversion may lose some. */
  private static String characters(String name, boolean sameType) {
    return sameType ? name : inUnicode(name);
  }

  private static String inUnicode(String text) {
    return "CONVERT(" + text + " USING utf8mb4)";
  }
}
