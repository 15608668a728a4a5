package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.CloneTables;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Switches the events of a clone off: it comes with those of the primary, and a nightly purge would
 * delete the rows that are to be rescued.
 */
final class CloneQuieter {
  private static final String DOING = "Switching off the events of the clone";
  private static final String RIGHT = "EVENT";

  private final DatabaseConnector connector;

  CloneQuieter(DatabaseConnector connector) {
    this.connector = connector;
  }

  QuietClone ensure(CloneTables wanted) {
    try (Connection connection = Servers.login(connector, wanted.source())) {
      Catalog catalog = new Catalog(connection);
      List<String> disabled = new ArrayList<>();
      List<String> stillOn = new ArrayList<>();
      Set<String> databases =
          wanted.objects().stream()
              .map(ObjectTarget::database)
              .collect(Collectors.toCollection(LinkedHashSet::new));
      AccountRights rights = RightsReader.read(catalog, databases);
      for (String database : databases) {
        if (rights.has(RIGHT, database)) {
          disable(catalog, database, disabled, stillOn);
        } else {
          stillOn.add(
              "events of %s are shown only to an account with the right %s"
                  .formatted(database, RIGHT));
        }
      }
      return new QuietClone(
          disabled,
          stillOn.isEmpty() ? null : String.join("; ", stillOn),
          ShapeReader.shapes(
              catalog, wanted.objects().stream().map(TableScope::inSource).toList()));
    } catch (SQLException e) {
      throw SqlTrouble.failure(DOING, e);
    }
  }

  private static void disable(
      Catalog catalog, String database, List<String> disabled, List<String> stillOn)
      throws SQLException {
    for (String event :
        catalog.texts(
            """
            SELECT event_name FROM information_schema.events
            WHERE event_schema = ? AND status = 'ENABLED' ORDER BY 1""",
            database)) {
      TableName name = new TableName(database, event);
      try {
        catalog.set("ALTER EVENT " + SqlName.quote(database, event) + " DISABLE");
        disabled.add(name.toString());
      } catch (SQLException e) {
        stillOn.add("event %s is not switched off: %s".formatted(name, SqlTrouble.notChecked(e)));
      }
    }
  }
}
