package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlServerSql;
import io.rdsrestore.workflows.request.TableSelection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a server says of its databases and tables. */
final class Catalog {
  private static final String YES = "1";

  private final Sql sql;

  Catalog(Sql sql) {
    this.sql = sql;
  }

  /**
   * A database.
   *
   * @param accessible whether the account may go into it
   */
  record DatabaseSeen(
      String name, String recoveryModel, boolean encrypted, String collation, boolean accessible) {}

  /** A table with the server's estimates. */
  record TableSeen(TableRef table, long rows, long bytes) {}

  /** A foreign key, with the statement that makes it. */
  record ForeignKeySeen(TableRef table, String name, TableRef refersTo, String statement) {
    ObjectDefinition definition() {
      return new ObjectDefinition(
          ObjectKind.FOREIGN_KEY, table.database(), name, table.shortName(), statement);
    }
  }

  /** Those of these databases that are there, by the name in lower case. */
  Map<String, DatabaseSeen> databases(Set<String> names) throws SQLException {
    Map<String, DatabaseSeen> seen = new TreeMap<>();
    for (List<String> row : sql.rows(Statements.databases(names.size()), List.copyOf(names))) {
      seen.put(
          row.get(0).toLowerCase(Locale.ROOT),
          new DatabaseSeen(
              row.get(0), row.get(1), isYes(row.get(2)), row.get(3), isYes(row.get(4))));
    }
    return seen;
  }

  /** Product version and edition. */
  String version() throws SQLException {
    return sql.rows(Statements.VERSION).stream()
        .findFirst()
        .map(row -> row.get(0) + " " + row.get(1))
        .orElse("");
  }

  List<TableSeen> tables(String database) throws SQLException {
    return sql.rows(Statements.tables(database)).stream()
        .map(
            row ->
                new TableSeen(
                    new TableRef(database, row.get(0), row.get(1)),
                    number(row.get(2)),
                    number(row.get(3))))
        .toList();
  }

  List<TableRef> tableNames(String database) throws SQLException {
    return sql.rows(Statements.tableNames(database)).stream()
        .map(row -> new TableRef(database, row.get(0), row.get(1)))
        .toList();
  }

  /** Columns in their order, by table. */
  Map<TableRef, List<ColumnFacts>> columns(String database) throws SQLException {
    Map<TableRef, List<ColumnFacts>> columns = new LinkedHashMap<>();
    for (List<String> row : sql.rows(Statements.columns(database))) {
      columns
          .computeIfAbsent(
              new TableRef(database, row.get(0), row.get(1)), table -> new ArrayList<>())
          .add(
              new ColumnFacts(
                  row.get(2),
                  row.get(3),
                  row.subList(3, 10).stream().map(String::valueOf).collect(Collectors.joining(" ")),
                  isYes(row.get(10))));
    }
    return columns;
  }

  List<ForeignKeySeen> foreignKeys(String database) throws SQLException {
    Map<List<String>, List<List<String>>> keys = new LinkedHashMap<>();
    for (List<String> row : sql.rows(Statements.foreignKeys(database))) {
      keys.computeIfAbsent(row.subList(0, 3), key -> new ArrayList<>()).add(row);
    }
    return keys.values().stream().map(rows -> foreignKey(database, rows)).toList();
  }

  private static ForeignKeySeen foreignKey(String database, List<List<String>> rows) {
    List<String> first = rows.get(0);
    TableRef table = new TableRef(database, first.get(0), first.get(1));
    TableRef refersTo = new TableRef(database, first.get(3), first.get(4));
    return new ForeignKeySeen(
        table,
        first.get(2),
        refersTo,
        "ALTER TABLE %s ADD CONSTRAINT %s FOREIGN KEY (%s) REFERENCES %s (%s) ON DELETE %s ON UPDATE %s"
            .formatted(
                within(table),
                SqlServerSql.bracketed(first.get(2)),
                columns(rows, 5),
                within(refersTo),
                columns(rows, 6),
                action(first.get(7)),
                action(first.get(8))));
  }

  /** Without its database, so that it also fits the one beside. */
  private static String within(TableRef table) {
    return SqlServerSql.bracketed(table.schema()) + "." + SqlServerSql.bracketed(table.name());
  }

  private static String columns(List<List<String>> rows, int at) {
    return rows.stream()
        .map(row -> SqlServerSql.bracketed(row.get(at)))
        .collect(Collectors.joining(", "));
  }

  private static String action(String description) {
    return description.replace('_', ' ');
  }

  /** Views, routines and triggers. */
  List<ObjectDefinition> modules(String database) throws SQLException {
    return sql.rows(Statements.modules(database)).stream()
        .map(
            row ->
                new ObjectDefinition(
                    kind(row.get(0).strip()),
                    database,
                    new TableRef(database, row.get(1), row.get(2)).shortName(),
                    row.get(3),
                    row.get(4)))
        .toList();
  }

  private static ObjectKind kind(String type) {
    return switch (type) {
      case "V" -> ObjectKind.VIEW;
      case "TR" -> ObjectKind.TRIGGER;
      case "P" -> ObjectKind.PROCEDURE;
      default -> ObjectKind.FUNCTION;
    };
  }

  /** Names of triggers that fire on rows put into a table. */
  Map<TableRef, String> insertTriggers(String database) throws SQLException {
    Map<TableRef, String> triggers = new LinkedHashMap<>();
    for (List<String> row : sql.rows(Statements.insertTriggers(database))) {
      triggers.merge(
          new TableRef(database, row.get(0), row.get(1)),
          row.get(2),
          (one, other) -> one + ", " + other);
    }
    return triggers;
  }

  boolean holdsRows(TableRef table) throws SQLException {
    return !sql.rows(Statements.anyRow(table)).isEmpty();
  }

  /**
   * Counts a table, and sums it up.
   *
   * @param columns to be summed up; none: only counted
   */
  Counted count(TableRef table, List<String> columns) throws SQLException {
    if (columns.isEmpty()) {
      return new Counted(number(sql.rows(Statements.count(table)).get(0).get(0)), null);
    }
    List<String> row = sql.rows(Statements.countAndChecksum(table, columns)).get(0);
    // Of no rows there is no sum.
    return new Counted(number(row.get(0)), row.get(1) == null ? "0" : row.get(1));
  }

  /**
   * How many rows a table has.
   *
   * @param checksum null if it was only counted
   */
  record Counted(long rows, String checksum) {}

  /** The tables of an object that are there; by the names of a request. */
  static List<TableRef> chosen(ObjectTarget object, List<TableRef> there) {
    return object.isWhole()
        ? there
        : find(there, object.tables().stream().map(TableSelection::name).toList());
  }

  /** Tables by their names, as the server writes them. */
  static List<TableRef> find(List<TableRef> there, List<String> names) {
    return names.stream().flatMap(name -> find(there, name).stream()).toList();
  }

  /** A table by its name, as the server writes it. */
  static List<TableRef> find(List<TableRef> there, String name) {
    return there.stream().filter(table -> table.shortName().equalsIgnoreCase(name)).toList();
  }

  private static boolean isYes(String bit) {
    return YES.equals(bit) || Boolean.parseBoolean(bit);
  }

  private static long number(String text) {
    return text == null ? 0 : Long.parseLong(text);
  }
}
