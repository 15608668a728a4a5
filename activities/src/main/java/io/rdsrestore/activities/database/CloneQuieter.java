package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.ForeignKeyFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.ObjectDefinition;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Switches the events of a clone off: it comes with those of the primary, and a nightly purge would
 * delete the rows that are to be rescued.
 */
final class CloneQuieter {
  private static final String DOING = "Switching off the events of the clone";
  private static final String RIGHT = "EVENT";

  private final DatabaseConnector connector;
  private final ChosenTablesReader reader;

  CloneQuieter(DatabaseConnector connector) {
    this.connector = connector;
    reader = new ChosenTablesReader(connector);
  }

  QuietClone ensure(ReadChosenTables wanted) {
    List<String> off = new ArrayList<>();
    List<String> mayRun = new ArrayList<>();
    TableShapes shapes;
    Listed<ObjectDefinition> definitions;
    Listed<ForeignKeyFacts> links;
    SortedMap<String, String> collations = new TreeMap<>();
    try (Connection connection = Servers.login(connector, wanted.source())) {
      Catalog catalog = new Catalog(connection);
      Set<String> databases =
          wanted.objects().stream()
              .map(ObjectTarget::database)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      AccountRights rights = RightsReader.read(catalog, databases);
      for (String database : databases) {
        if (rights.has(RIGHT, database)) {
          switchOff(catalog, database, off, mayRun);
        } else {
          mayRun.add(
              "events of %s are shown only to an account with the right %s"
                  .formatted(database, RIGHT));
        }
      }
      SchemaReader schema = new SchemaReader(connection);
      for (String database : databases) {
        collations.put(database, schema.collation(database));
      }
      List<TableScope> scopes = wanted.objects().stream().map(TableScope::inSource).toList();
      shapes = TableShapes.ofSource(ShapeReader.shapes(catalog, scopes));
      links = new ForeignKeyReader(catalog, scopes).within();
      definitions = DefinitionReader.ofClone(catalog, rights, scopes).read();
    } catch (SQLException e) {
      throw SqlTrouble.failure(DOING, e);
    }
    // It may take an hour, and has connections of its own.
    List<TableLook> tables = reader.read(wanted);
    return new QuietClone(
        off,
        mayRun.isEmpty() ? null : String.join("; ", mayRun),
        shapes.source(),
        tables,
        definitions,
        collations,
        links);
  }

  private static void switchOff(
      Catalog catalog, String database, List<String> off, List<String> mayRun) throws SQLException {
    Map<String, Boolean> runs = new TreeMap<>();
    catalog.rows(
        "SELECT event_name, status FROM information_schema.events WHERE event_schema = ?",
        row -> runs.put(row.getString(1), "ENABLED".equals(row.getString(2))),
        database);
    runs.forEach(
        (event, on) -> {
          TableName name = new TableName(database, event);
          try {
            if (on) {
              catalog.set("ALTER EVENT " + name.sql() + " DISABLE");
            }
            off.add(name.toString());
          } catch (SQLException e) {
            mayRun.add(
                "event %s is not switched off: %s".formatted(name, SqlTrouble.notChecked(e)));
          }
        });
  }
}
