package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.RowDifference;
import io.rdsrestore.activities.database.RowDifference.ColumnValues;
import io.rdsrestore.activities.database.TableDiff;
import java.util.ArrayList;
import java.util.List;

/** Differences of rows for people. */
final class DiffText {
  private DiffText() {}

  static List<String> lines(DiffOutput.Compared compared) {
    TableDiff table = compared.table();
    List<String> lines = new ArrayList<>();
    lines.add(summary(table));
    for (RowDifference row : compared.rows()) {
      lines.add("  %-13s  %s".formatted(word(row.kind()), key(table.key(), row.key())));
      for (ColumnValues column : row.columns()) {
        lines.add(
            "      %s: restored %s, current %s"
                .formatted(column.column(), value(column.restored()), value(column.current())));
      }
    }
    long rest = differences(table) - compared.rows().size();
    if (rest > 0 && !table.key().isEmpty()) {
      lines.add("  %d more: --limit shows more, --format csv all".formatted(rest));
    }
    return lines;
  }

  /** In numbers; without data. */
  static String summary(TableDiff table) {
    String names = "%s and %s: ".formatted(table.restored(), table.current());
    String note = table.note() == null ? "" : " " + table.note();
    if (table.verdict() == TableDiff.Verdict.NOT_COMPARED) {
      return names + "not compared." + note;
    }
    String rows = "%d rows and %d rows".formatted(table.restoredRows(), table.currentRows());
    if (table.changed() == null) {
      return names
          + rows
          + (table.verdict() == TableDiff.Verdict.EQUAL ? ", the same." : ", not the same.")
          + note;
    }
    return "%s%d only restored, %d only current, %d changed (%s).%s"
        .formatted(names, table.onlyRestored(), table.onlyCurrent(), table.changed(), rows, note);
  }

  private static long differences(TableDiff table) {
    return table.changed() == null
        ? 0
        : table.onlyRestored() + table.onlyCurrent() + table.changed();
  }

  private static String word(RowDifference.Kind kind) {
    return switch (kind) {
      case ONLY_RESTORED -> "only restored";
      case ONLY_CURRENT -> "only current";
      case CHANGED -> "changed";
    };
  }

  private static String key(List<String> columns, List<String> values) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      parts.add(columns.get(i) + " = " + value(values.get(i)));
    }
    return String.join(", ", parts);
  }

  /** In quotes, so that NULL is not the text NULL; one line, and nothing that moves a terminal. */
  private static String value(String value) {
    if (value == null) {
      return "NULL";
    }
    StringBuilder text = new StringBuilder("'");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '\'') {
                text.append("''");
              } else if (c == '\\') {
                text.append("\\\\");
              } else if (Character.isISOControl(c)) {
                text.append("\\u%04x".formatted(c));
              } else {
                text.appendCodePoint(c);
              }
            });
    return text.append('\'').toString();
  }
}
