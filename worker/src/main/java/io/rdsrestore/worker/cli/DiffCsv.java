package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.RowDifference;
import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.workflows.json.RestoreJson;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Differences of rows as CSV (RFC 4180): NULL is a field without anything, '' is in quotes. */
final class DiffCsv {
  private static final String END = "\r\n";

  private DiffCsv() {}

  static String header() {
    return "table,kind,key,column,restored,current" + END;
  }

  /** A line for the row; of a changed one whose values were read a line for each column. */
  static String lines(RowDifference row) {
    String kind =
        switch (row.kind()) {
          case ONLY_RESTORED -> "onlyRestored";
          case ONLY_CURRENT -> "onlyCurrent";
          case CHANGED -> "changed";
        };
    if (row.columns().isEmpty()) {
      return line(row.table(), kind, key(row.key()), null, null, null);
    }
    return row.columns().stream()
        .map(column -> column(row, kind, column))
        .collect(Collectors.joining());
  }

  private static String column(RowDifference row, String kind, ColumnValues column) {
    return line(
        row.table(), kind, key(row.key()), column.column(), column.restored(), column.current());
  }

  /** Of one column its value; of several a JSON array. */
  private static String key(List<String> values) {
    return values.size() == 1 ? values.get(0) : RestoreJson.write(values);
  }

  private static String line(String... fields) {
    return Stream.of(fields).map(DiffCsv::field).collect(Collectors.joining(",")) + END;
  }

  private static String field(String value) {
    if (value == null) {
      return "";
    }
    boolean plain =
        !value.isEmpty()
            && value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
  }
}
