package io.rdsrestore.activities.database;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the chosen tables as they are now. */
final class ChosenReader {
  private static final Set<String> REFUSED_ENGINES = Set.of("FEDERATED", "MRG_MYISAM");
  private static final Set<String> TRANSACTIONAL =
      Set.of("INNODB", "TOKUDB", "ROCKSDB", "XENGINE", "SEQUENCE");

  private final Catalog catalog;
  private final AccountRights rights;
  private final Map<String, String> charsets = new TreeMap<>();
  private final List<String> hidden = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();
  private final Map<TableTrait, List<TableFinding>> traits = new EnumMap<>(TableTrait.class);
  private int tables;
  private long rows;
  private long bytes;

  ChosenReader(Catalog catalog, AccountRights rights) {
    this.catalog = catalog;
    this.rights = rights;
  }

  /** One row of information_schema.tables. */
  private record TableRow(
      String name, String engine, long rows, long bytes, String autoIncrement, String options) {}

  /** A column that a trait is about. */
  private record ColumnRow(String table, String column, String type, String extra) {}

  ChosenFacts read(List<TableScope> chosen) {
    try {
      for (TableScope scope : chosen) {
        if (catalog.isLate()) {
          return ChosenFacts.notChecked("the server answers too slowly");
        }
        read(scope);
      }
    } catch (SQLException e) {
      return ChosenFacts.notChecked(SqlTrouble.notChecked(e));
    }
    Map<TableTrait, Listed<TableFinding>> listed = new EnumMap<>(TableTrait.class);
    traits.forEach((trait, found) -> listed.put(trait, Listed.of(found)));
    return new ChosenFacts(charsets, hidden, Listed.of(missing), tables, rows, bytes, listed, null);
  }

  private void read(TableScope scope) throws SQLException {
    String database = scope.database();
    Optional<String> charset =
        catalog.text(
            """
            SELECT default_character_set_name FROM information_schema.schemata
            WHERE schema_name = ?\
            """,
            database);
    if (charset.isEmpty()) {
      if (!rights.sees(database)) {
        hidden.add(database);
      } else if (scope.isWhole()) {
        missing.add("database " + database);
      } else {
        scope.tables().forEach(table -> missing.add(database + "." + table));
      }
      return;
    }
    charsets.put(database, charset.get());
    List<TableRow> found = tablesOf(scope);
    TableScope there = TableScope.of(database, found.stream().map(TableRow::name).toList());
    scope.tables().stream()
        .filter(table -> !there.has(table))
        .forEach(table -> missing.add(database + "." + table));
    found.forEach(table -> note(database, table));
    columns(scope);
    Set<String> keyed = KeyedTables.of(catalog, scope);
    found.stream()
        .filter(table -> !keyed.contains(table.name()))
        .forEach(table -> note(TableTrait.NO_KEY, database, table.name(), null));
  }

  private List<TableRow> tablesOf(TableScope scope) throws SQLException {
    return scope.ask(
        catalog,
        """
        SELECT table_name, engine, table_rows, data_length + index_length, auto_increment,
          create_options FROM information_schema.tables
        WHERE table_type = 'BASE TABLE' AND table_schema = ?\
        """,
        "table_name",
        row ->
            new TableRow(
                row.getString(1),
                Optional.ofNullable(row.getString(2)).orElse("").toUpperCase(Locale.ROOT),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                Optional.ofNullable(row.getString(6)).orElse("")),
        TableRow::name);
  }

  private void note(String database, TableRow table) {
    tables++;
    rows += table.rows();
    bytes += table.bytes();
    if (REFUSED_ENGINES.contains(table.engine())) {
      note(TableTrait.REFUSED_ENGINE, database, table.name(), table.engine());
    } else if (!TRANSACTIONAL.contains(table.engine())) {
      note(TableTrait.NOT_TRANSACTIONAL, database, table.name(), table.engine());
    }
    if (table.autoIncrement() != null) {
      note(TableTrait.AUTO_INCREMENT, database, table.name(), table.autoIncrement());
    }
    if (table.options().contains("partitioned")) {
      note(TableTrait.PARTITIONED, database, table.name(), null);
    }
  }

  private void columns(TableScope scope) throws SQLException {
    List<ColumnRow> columns =
        scope.ask(
            catalog,
            """
            SELECT table_name, column_name, data_type, extra FROM information_schema.columns
            WHERE (data_type IN ('float', 'double') OR extra <> '') AND table_schema = ?\
            """,
            "table_name",
            row ->
                new ColumnRow(
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
            ColumnRow::table);
    byTable(columns.stream().filter(each -> StructureReader.isGenerated(each.extra())).toList())
        .forEach((table, names) -> note(TableTrait.GENERATED, scope.database(), table, names));
    byTable(
            columns.stream()
                .filter(each -> Set.of("float", "double").contains(each.type()))
                .toList())
        .forEach((table, names) -> note(TableTrait.FLOAT, scope.database(), table, names));
  }

  /** The first few columns of each table, in words. */
  private static Map<String, String> byTable(List<ColumnRow> columns) {
    return columns.stream()
        .collect(
            groupingBy(
                ColumnRow::table,
                TreeMap::new,
                mapping(
                    ColumnRow::column,
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        names ->
                            names.stream().limit(3).collect(joining(", "))
                                + (names.size() > 3 ? " and more" : "")))));
  }

  private void note(TableTrait trait, String database, String table, String detail) {
    traits
        .computeIfAbsent(trait, each -> new ArrayList<>())
        .add(new TableFinding(database, table, detail));
  }
}
