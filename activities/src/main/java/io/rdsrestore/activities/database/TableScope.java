package io.rdsrestore.activities.database;

import io.rdsrestore.activities.database.Catalog.Row;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Some tables of a database, or all of them. */
final class TableScope {
  /**
   * Up to so many tables are asked for one by one. Before MySQL 8 the server opens every table of
   * the database for a question about all of them.
   */
  private static final int ONE_BY_ONE = 50;

  private final String database;
  private final List<String> tables;
  private final Set<String> lower;

  private TableScope(String database, List<String> tables) {
    this.database = database;
    this.tables = tables;
    this.lower = tables == null ? Set.of() : lowerCase(tables);
  }

  static TableScope all(String database) {
    return new TableScope(database, null);
  }

  static TableScope of(String database, List<String> tables) {
    return new TableScope(database, List.copyOf(tables));
  }

  /** What is chosen, in the source. */
  static TableScope inSource(ObjectTarget object) {
    return of(object, object.database(), TableSelection::name);
  }

  /** What was made of it, in the target. */
  static TableScope inTarget(ObjectTarget object) {
    return of(object, object.targetDatabase(), TableSelection::targetName);
  }

  private static TableScope of(
      ObjectTarget object, String database, Function<TableSelection, String> name) {
    return object.isWhole()
        ? all(database)
        : of(database, object.tables().stream().map(name).toList());
  }

  /** The tables of both, which are of one database. */
  TableScope and(TableScope other) {
    return isWhole() || other.isWhole()
        ? all(database)
        : of(database, Stream.concat(tables.stream(), other.tables.stream()).distinct().toList());
  }

  String database() {
    return database;
  }

  boolean isWhole() {
    return tables == null;
  }

  /** Whether a table is among them; letter case counts for nothing, as mostly on RDS. */
  boolean has(String table) {
    return tables == null || lower.contains(table.toLowerCase(Locale.ROOT));
  }

  /** The names of those that are asked for one by one. */
  List<String> tables() {
    return tables == null ? List.of() : tables;
  }

  /**
   * Asks the catalogue about the tables.
   *
   * @param sql a query that ends with a condition on the database, as its only parameter
   * @param tableColumn the column with the table's name
   * @param tableOf the table that an answer is about
   */
  <T> List<T> ask(
      Catalog catalog, String sql, String tableColumn, Row<T> row, Function<T, String> tableOf)
      throws SQLException {
    if (tables == null || tables.size() > ONE_BY_ONE) {
      return catalog.rows(sql, row, database).stream()
          .filter(found -> has(tableOf.apply(found)))
          .toList();
    }
    List<T> found = new ArrayList<>();
    for (String table : tables) {
      found.addAll(catalog.rows(sql + " AND " + tableColumn + " = ?", row, database, table));
    }
    return found;
  }

  /** Those of the tables that there are, without views. */
  List<String> baseTables(Catalog catalog) throws SQLException {
    return ask(
        catalog,
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema = ?""",
        "table_name",
        row -> row.getString(1),
        table -> table);
  }

  private static Set<String> lowerCase(List<String> names) {
    return names.stream()
        .map(name -> name.toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
