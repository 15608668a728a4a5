package io.rdsrestore.activities.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What of a table a comparison has to know.
 *
 * @param columns stored columns in their order; generated ones follow from these
 * @param key columns of a primary key or of a unique key without NULLs; empty if it has neither
 */
record TableShape(List<Column> columns, List<String> key) {

  /**
   * A column.
   *
   * @param name its name
   * @param dataType information_schema.columns: DATA_TYPE, in lower case
   */
  record Column(String name, String dataType) {}

  boolean hasKey() {
    return !key.isEmpty();
  }

  List<Column> keyColumns() {
    return key.stream().map(this::column).toList();
  }

  /** How the columns of another table differ by name, for people; empty if they do not. */
  String differenceTo(TableShape other) {
    Set<String> mine = names();
    Set<String> theirs = other.names();
    Set<String> missing = new LinkedHashSet<>(mine);
    missing.removeAll(theirs);
    Set<String> more = new LinkedHashSet<>(theirs);
    more.removeAll(mine);
    if (missing.isEmpty() && more.isEmpty()) {
      return "";
    }
    return "the columns differ:"
        + (missing.isEmpty() ? "" : " only in the clone " + String.join(", ", missing))
        + (missing.isEmpty() || more.isEmpty() ? "" : ";")
        + (more.isEmpty() ? "" : " only on the primary " + String.join(", ", more));
  }

  private Set<String> names() {
    return columns.stream().map(Column::name).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Column column(String name) {
    return columns.stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("key column " + name + " is not stored"));
  }
}
