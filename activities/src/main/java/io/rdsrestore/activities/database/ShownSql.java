package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.ColumnStructure;

/** The SQL of a column's value as people read it; NULL stays NULL. */
final class ShownSql {
  /** Of a longer value so many characters are shown, so that memory stays bounded. */
  static final int LONGEST = 65_536;

  private ShownSql() {}

  static String of(ColumnStructure column) {
    String name = SqlName.quote(column.name());
    return switch (column.dataType()) {
      case "bit" -> "CAST(" + name + " + 0 AS CHAR)";
      // The text form of FLOAT has six digits only.
      case "float", "double" -> "CAST(" + name + " + 0e0 AS CHAR)";
      case "char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set" ->
          cut("CONVERT(" + name + " USING utf8mb4)");
      case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> bytes(name);
      case "geometry",
          "point",
          "linestring",
          "polygon",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "geometrycollection",
          "geomcollection" ->
          bytes("CAST(" + name + " AS BINARY)");
      default -> cut("CAST(" + name + " AS CHAR)");
    };
  }

  private static String cut(String text) {
    return "IF(CHAR_LENGTH(%1$s) > %2$d, CONCAT(LEFT(%1$s, %2$d), '...'), %1$s)"
        .formatted(text, LONGEST);
  }

  private static String bytes(String value) {
    return "CONCAT('0x', HEX(LEFT(%1$s, %2$d)), IF(LENGTH(%1$s) > %2$d, '...', ''))"
        .formatted(value, LONGEST / 2);
  }
}
