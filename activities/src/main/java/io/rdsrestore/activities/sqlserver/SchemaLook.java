package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.sqlserver.Catalog.DatabaseSeen;
import io.rdsrestore.activities.sqlserver.Catalog.ForeignKeySeen;
import io.rdsrestore.activities.sqlserver.Catalog.TableSeen;
import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ChosenFacts;
import io.rdsrestore.workflows.activity.ForeignKeys;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.RunningWork;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.ServerSettings;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TableTrait;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlServerSettings;
import io.rdsrestore.workflows.request.DatabaseSelection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a restore has to know of a primary. What the account may not see is said not checked. */
final class SchemaLook {
  private static final String FULL = "FULL";
  private static final String NOT_LOOKED = "it is not looked at on SQL Server";
  private static final int LONGEST_SQL = 2_000;

  private final Catalog catalog;
  private final ReadSchema wanted;
  private final Map<String, DatabaseSeen> databases;

  SchemaLook(Sql sql, ReadSchema wanted) throws SQLException {
    this.catalog = new Catalog(sql);
    this.wanted = wanted;
    Set<String> names = new LinkedHashSet<>();
    wanted.chosen().forEach(selection -> names.add(selection.database()));
    wanted.targets().forEach(target -> names.add(target.database()));
    databases = catalog.databases(names);
  }

  SchemaFacts facts() throws SQLException {
    List<DatabaseSeen> chosen =
        wanted.chosen().stream().flatMap(selection -> seen(selection.database())).toList();
    return new SchemaFacts(
        true,
        null,
        settings(chosen),
        rights(),
        targets(),
        chosenFacts(),
        ForeignKeys.notChecked(NOT_LOOKED),
        listed(() -> definitions(chosen)),
        Listed.notChecked(NOT_LOOKED),
        RunningWork.notChecked(NOT_LOOKED),
        false);
  }

  private Stream<DatabaseSeen> seen(String name) {
    return Stream.ofNullable(databases.get(name.toLowerCase(Locale.ROOT)));
  }

  private ServerSettings settings(List<DatabaseSeen> chosen) throws SQLException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(SqlServerSettings.ENCRYPTED, named(chosen, DatabaseSeen::encrypted, false));
    settings.put(
        SqlServerSettings.NOT_FULL,
        named(chosen, database -> !FULL.equals(database.recoveryModel()), true));
    return new ServerSettings(catalog.version(), settings, null);
  }

  private static String named(
      List<DatabaseSeen> chosen, Predicate<DatabaseSeen> which, boolean withModel) {
    return chosen.stream()
        .filter(which)
        .map(
            database ->
                withModel
                    ? "%s (%s)".formatted(database.name(), database.recoveryModel())
                    : database.name())
        .collect(Collectors.joining(", "));
  }

  /** The catalogue of a database is seen by whoever may go into it. */
  private AccountRights rights() {
    return new AccountRights(
        List.of(),
        databases.values().stream()
            .filter(DatabaseSeen::accessible)
            .collect(Collectors.toMap(DatabaseSeen::name, database -> List.of("CONNECT"))),
        List.of(),
        null);
  }

  private List<TargetFacts> targets() throws SQLException {
    List<TargetFacts> targets = new ArrayList<>();
    for (TargetNames names : wanted.targets()) {
      for (DatabaseSeen database : seen(names.database()).toList()) {
        if (database.accessible()) {
          targets.add(target(database.name(), names));
        }
      }
    }
    return targets;
  }

  private TargetFacts target(String database, TargetNames names) throws SQLException {
    List<TableRef> all = catalog.tableNames(database);
    List<TableRef> asked = names.whole() ? all : Catalog.find(all, names.tables());
    return new TargetFacts(
        database,
        Stream.concat(asked.stream(), all.stream())
            .map(TableRef::shortName)
            .distinct()
            .limit(Math.max(asked.size(), Listed.MAX))
            .toList(),
        all.size(),
        Listed.notChecked(NOT_LOOKED),
        listed(
            () ->
                catalog.insertTriggers(database).entrySet().stream()
                    .filter(entry -> asked.contains(entry.getKey()))
                    .map(entry -> finding(entry.getKey(), entry.getValue()))
                    .toList()),
        listed(() -> filled(asked)));
  }

  private List<TableFinding> filled(List<TableRef> asked) throws SQLException {
    List<TableFinding> filled = new ArrayList<>();
    for (TableRef table : asked) {
      if (catalog.holdsRows(table)) {
        filled.add(finding(table, null));
      }
    }
    return filled;
  }

  private ChosenFacts chosenFacts() {
    Map<String, String> collations = new TreeMap<>();
    List<String> hidden = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<TableSeen> tables = new ArrayList<>();
    List<TableFinding> refused = new ArrayList<>();
    try {
      for (DatabaseSelection selection : wanted.chosen()) {
        DatabaseSeen database = seen(selection.database()).findFirst().orElse(null);
        if (database == null) {
          missing.add(selection.database());
        } else if (!database.accessible()) {
          hidden.add(database.name());
        } else {
          collations.put(database.name(), database.collation());
          look(selection, database.name(), missing, tables, refused);
        }
      }
    } catch (SQLException e) {
      return ChosenFacts.notChecked(SqlServerTrouble.notChecked(e));
    }
    return new ChosenFacts(
        collations,
        hidden,
        Listed.of(missing),
        tables.size(),
        tables.stream().mapToLong(TableSeen::rows).sum(),
        tables.stream().mapToLong(TableSeen::bytes).sum(),
        Map.of(TableTrait.REFUSED_TYPE, Listed.of(refused)),
        null);
  }

  private void look(
      DatabaseSelection selection,
      String database,
      List<String> missing,
      List<TableSeen> tables,
      List<TableFinding> refused)
      throws SQLException {
    List<TableSeen> all = catalog.tables(database);
    List<TableRef> names = all.stream().map(TableSeen::table).toList();
    ObjectTarget object = new ObjectTarget(database, null, selection.tables());
    List<TableRef> chosen = Catalog.chosen(object, names);
    if (!selection.isWhole()) {
      selection.tables().stream()
          .filter(table -> Catalog.find(names, table.name()).isEmpty())
          .forEach(table -> missing.add(database + "." + table.name()));
    }
    all.stream().filter(table -> chosen.contains(table.table())).forEach(tables::add);
    catalog
        .columns(database)
        .forEach(
            (table, columns) -> {
              String types =
                  columns.stream()
                      .filter(column -> !column.isMigrated())
                      .map(column -> "%s %s".formatted(column.name(), column.type()))
                      .collect(Collectors.joining(", "));
              if (chosen.contains(table) && !types.isEmpty()) {
                refused.add(finding(table, types));
              }
            });
  }

  /** Foreign keys come first: no selection brings them. */
  private List<ObjectDefinition> definitions(List<DatabaseSeen> chosen) throws SQLException {
    List<ObjectDefinition> keys = new ArrayList<>();
    List<ObjectDefinition> modules = new ArrayList<>();
    for (DatabaseSeen database : chosen) {
      if (database.accessible()) {
        catalog.foreignKeys(database.name()).stream()
            .map(ForeignKeySeen::definition)
            .forEach(keys::add);
        modules.addAll(catalog.modules(database.name()));
      }
    }
    return Stream.concat(keys.stream(), modules.stream()).map(SchemaLook::bounded).toList();
  }

  private static ObjectDefinition bounded(ObjectDefinition found) {
    boolean told =
        found.sql() != null
            && found.sql().length() <= LONGEST_SQL
            && (found.kind() == ObjectKind.FOREIGN_KEY
                || !found.sql().toLowerCase(Locale.ROOT).contains("password"));
    return told
        ? found
        : new ObjectDefinition(found.kind(), found.database(), found.name(), found.table(), null);
  }

  private static TableFinding finding(TableRef table, String detail) {
    return new TableFinding(table.database(), table.shortName(), detail);
  }

  /** A part that may fail by itself. */
  private interface Part<T> {
    List<T> read() throws SQLException;
  }

  private static <T> Listed<T> listed(Part<T> part) {
    try {
      return Listed.of(part.read());
    } catch (SQLException e) {
      return Listed.notChecked(SqlServerTrouble.notChecked(e));
    }
  }
}
