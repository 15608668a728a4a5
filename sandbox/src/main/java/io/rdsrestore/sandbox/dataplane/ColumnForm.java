package io.rdsrestore.sandbox.dataplane;

import java.util.Locale;

/** How the values of a column travel as text without losing a bit. */
enum ColumnForm {
  /** Integers, decimals and years. */
  NUMBER,
  /** FLOAT and DOUBLE. */
  APPROXIMATE,
  BIT,
  /** Dates and times, in the session's zone. */
  TEMPORAL,
  /** Text in any character set, ENUM and SET. */
  CHARACTERS,
  JSON,
  /** Bytes, and spatial values in the server's own form. */
  BINARY;

  /** The form of a column by its {@code information_schema.COLUMNS.DATA_TYPE}. */
  static ColumnForm of(String dataType) {
    return switch (dataType.toLowerCase(Locale.ROOT)) {
      case "tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "year" -> NUMBER;
      case "float", "double" -> APPROXIMATE;
      case "bit" -> BIT;
      case "date", "datetime", "timestamp", "time" -> TEMPORAL;
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
          CHARACTERS;
      case "json" -> JSON;
      default -> BINARY;
    };
  }

  /** The expression that selects the column's exact value, or NULL, as plain ASCII. */
  String exact(String column) {
    return switch (this) {
      case NUMBER, TEMPORAL -> "CAST(" + column + " AS CHAR)";
      // A FLOAT as text has six digits; as DOUBLE it has all that it needs to come back.
      case APPROXIMATE -> "CAST(" + column + " * 1e0 AS CHAR)";
      case BIT -> "CAST(CAST(" + column + " AS UNSIGNED) AS CHAR)";
      case CHARACTERS, JSON, BINARY -> "HEX(" + column + ")";
    };
  }

  /** The literal that stores what {@link #exact} has selected. */
  String literal(String exact) {
    if (exact == null) {
      return "NULL";
    }
    return switch (this) {
      case NUMBER, BIT -> exact;
      case APPROXIMATE, TEMPORAL -> "'" + exact + "'";
      case CHARACTERS, BINARY -> "X'" + exact + "'";
      case JSON -> "CONVERT(X'" + exact + "' USING utf8mb4)";
    };
  }

  /** The expression that selects the column's value as people write it; bytes as hex digits. */
  String readable(String column) {
    return switch (this) {
      case NUMBER, TEMPORAL, APPROXIMATE, CHARACTERS, JSON -> "CAST(" + column + " AS CHAR)";
      case BIT, BINARY -> exact(column);
    };
  }
}
