package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.plan.SqlName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads what DTS leaves behind of the chosen databases: events, and where tables are chosen their
 * triggers, views and routines, too. Of a clone the triggers of whole databases, too: DTS brings
 * them, but not every account may make them again elsewhere. The first few come with their SQL.
 */
final class DefinitionReader {
  private final Catalog catalog;
  private final AccountRights rights;
  private final List<TableScope> chosen;
  private final boolean isOfClone;
  private final ToldSql told = new ToldSql();

  private DefinitionReader(
      Catalog catalog, AccountRights rights, List<TableScope> chosen, boolean isOfClone) {
    this.catalog = catalog;
    this.rights = rights;
    this.chosen = chosen;
    this.isOfClone = isOfClone;
  }

  static DefinitionReader ofPrimary(
      Catalog catalog, AccountRights rights, List<TableScope> chosen) {
    return new DefinitionReader(catalog, rights, chosen, false);
  }

  static DefinitionReader ofClone(Catalog catalog, AccountRights rights, List<TableScope> chosen) {
    return new DefinitionReader(catalog, rights, chosen, true);
  }

  Listed<ObjectDefinition> read() {
    Listed<ObjectDefinition> found =
        catalog.listed(
            () -> {
              List<ObjectDefinition> all = new ArrayList<>();
              for (TableScope scope : chosen) {
                names(scope, all);
              }
              for (TableScope scope : chosen) {
                if (scope.isWhole() && isOfClone) {
                  triggers(scope, all);
                }
              }
              return all;
            });
    return new Listed<>(
        found.first().stream().map(this::withSql).toList(),
        found.total(),
        found.isKnown() ? unseen() : found.notChecked());
  }

  private void names(TableScope scope, List<ObjectDefinition> all) throws SQLException {
    String database = scope.database();
    if (!scope.isWhole()) {
      triggers(scope, all);
      add(
          ObjectKind.VIEW,
          database,
          "SELECT table_name FROM information_schema.tables WHERE table_type = 'VIEW' AND table_schema = ?",
          all);
      for (ObjectKind routine : List.of(ObjectKind.PROCEDURE, ObjectKind.FUNCTION)) {
        add(
            routine,
            database,
            "SELECT routine_name FROM information_schema.routines WHERE routine_type = '%s' AND routine_schema = ?"
                .formatted(routine.word().toUpperCase(Locale.ROOT)),
            all);
      }
    }
    add(
        ObjectKind.EVENT,
        database,
        "SELECT event_name FROM information_schema.events WHERE event_schema = ?",
        all);
  }

  private void triggers(TableScope scope, List<ObjectDefinition> all) throws SQLException {
    all.addAll(
        scope.ask(
            catalog,
            """
            SELECT trigger_name, event_object_table FROM information_schema.triggers
            WHERE trigger_schema = ?\
            """,
            "event_object_table",
            row ->
                new ObjectDefinition(
                    ObjectKind.TRIGGER, scope.database(), row.getString(1), row.getString(2), null),
            ObjectDefinition::table));
  }

  private void add(ObjectKind kind, String database, String sql, List<ObjectDefinition> all)
      throws SQLException {
    catalog
        .texts(sql, database)
        .forEach(name -> all.add(new ObjectDefinition(kind, database, name, null, null)));
  }

  private ObjectDefinition withSql(ObjectDefinition found) {
    Optional<String> sql = showCreate(found).filter(told::hasRoomFor);
    return new ObjectDefinition(
        found.kind(), found.database(), found.name(), found.table(), sql.orElse(null));
  }

  private Optional<String> showCreate(ObjectDefinition found) {
    String kind = found.kind().word().toUpperCase(Locale.ROOT);
    String column =
        switch (found.kind()) {
          case TRIGGER -> "SQL Original Statement";
          case VIEW -> "Create View";
          case PROCEDURE -> "Create Procedure";
          case FUNCTION -> "Create Function";
          case EVENT -> "Create Event";
          // Of SQL Server only.
          case FOREIGN_KEY -> throw new IllegalArgumentException(found.text());
        };
    if (catalog.isLate()) {
      return Optional.empty();
    }
    try {
      // Names of the default database are printed without it, so the SQL also fits another one.
      catalog.set("USE " + SqlName.quote(found.database()));
      return catalog
          .rows(
              "SHOW CREATE " + kind + " " + SqlName.quote(found.name()),
              row -> Optional.ofNullable(row.getString(column)))
          .stream()
          .findFirst()
          .flatMap(sql -> sql);
    } catch (SQLException e) {
      // The account may not read it: then the name alone is told.
      return Optional.empty();
    }
  }

  /** What the catalogue does not show to this account; null if it shows all. */
  private String unseen() {
    List<String> ofWhole = isOfClone ? List.of("EVENT", "TRIGGER") : List.of("EVENT");
    List<String> lacking = new ArrayList<>();
    for (TableScope scope : chosen) {
      List<String> needed = scope.isWhole() ? ofWhole : List.of("TRIGGER", "EVENT", "EXECUTE");
      needed.stream()
          .filter(right -> !rights.has(right, scope.database()))
          .forEach(right -> lacking.add(right + " on " + scope.database()));
    }
    return lacking.isEmpty()
        ? null
        : "triggers, events and routines are shown only to an account that has "
            + String.join(", ", lacking.subList(0, Math.min(5, lacking.size())));
  }
}
