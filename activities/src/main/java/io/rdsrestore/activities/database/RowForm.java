package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.ColumnStructure;
import io.rdsrestore.workflows.verify.TableStructure;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a row becomes text, the same on both servers.
 *
 * @param columns stored columns; generated ones follow from these
 */
record RowForm(List<Column> columns) {

  /** A column, and whether it has the same type on both sides. */
  record Column(ColumnStructure structure, boolean sameType) {}

  /** For tables of which both have the same stored columns by name. */
  static RowForm of(TableStructure source, TableStructure target) {
    return new RowForm(
        stored(source).stream()
            .map(
                column ->
                    new Column(
                        column,
                        target
                            .column(column.name())
                            .filter(other -> isSameType(column, other))
                            .isPresent()))
            .toList());
  }

  /** How the stored columns differ by name, for people; empty if they do not. */
  static String otherColumns(TableStructure source, TableStructure target) {
    Set<String> missing = names(source);
    missing.removeAll(names(target));
    Set<String> more = names(target);
    more.removeAll(names(source));
    if (missing.isEmpty() && more.isEmpty()) {
      return "";
    }
    String differ = "the columns differ: ";
    String onlyMore = more.isEmpty() ? "" : "only on the primary " + String.join(", ", more);
    if (missing.isEmpty()) {
      return differ + onlyMore;
    }
    String onlyMissing = "only in the clone " + String.join(", ", missing);
    return differ + onlyMissing + (more.isEmpty() ? "" : "; " + onlyMore);
  }

  private static Set<String> names(TableStructure table) {
    return stored(table).stream()
        .map(ColumnStructure::name)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<ColumnStructure> stored(TableStructure table) {
    return table.columns().stream()
        .filter(column -> !StructureReader.isGenerated(column.extra()))
        .toList();
  }

  static boolean isSameType(ColumnStructure one, ColumnStructure other) {
    return one.type().equals(other.type()) && Objects.equals(one.charset(), other.charset());
  }

  /** The row's text. */
  String text(boolean rounded) {
    return columns.stream()
        .map(column -> ValueSql.of(column.structure(), column.sameType(), rounded))
        .collect(Collectors.joining(", ", "CONCAT_WS('|', ", ")"));
  }

  /** Whether DTS may have rounded some of it. */
  boolean isApproximate() {
    return columns.stream().anyMatch(column -> ValueSql.isApproximate(column.structure()));
  }
}
