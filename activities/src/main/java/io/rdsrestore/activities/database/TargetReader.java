package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.activity.TableFinding;
import io.rdsrestore.workflows.activity.TargetFacts;
import io.rdsrestore.workflows.activity.TargetNames;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the databases that restored objects may go to. */
final class TargetReader {
  /** However many databases there are, each names a few things. */
  private static final int FEWEST = 3;

  private final Catalog catalog;
  private final AccountRights rights;

  TargetReader(Catalog catalog, AccountRights rights) {
    this.catalog = catalog;
    this.rights = rights;
  }

  /** The tables that restored rows may go into. */
  static TableScope scope(TargetNames wanted) {
    return wanted.whole()
        ? TableScope.all(wanted.database())
        : TableScope.of(wanted.database(), wanted.tables());
  }

  List<TargetFacts> read(List<TargetNames> wanted) throws SQLException {
    List<TargetFacts> targets = new ArrayList<>();
    int named = Math.max(FEWEST, Listed.MAX / Math.max(1, wanted.size()));
    for (TargetNames names : wanted) {
      Optional<String> database =
          catalog.text(
              "SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?",
              names.database());
      if (database.isPresent()) {
        targets.add(read(database.get(), names, named));
      }
    }
    return targets;
  }

  private TargetFacts read(String database, TargetNames wanted, int named) throws SQLException {
    List<String> all =
        catalog.texts(
            """
            SELECT table_name FROM information_schema.tables WHERE table_schema = ?
            ORDER BY table_name""",
            database);
    TableScope asked = TableScope.of(database, wanted.tables());
    List<String> names =
        Stream.concat(
                all.stream().filter(asked::has),
                all.stream().filter(name -> !asked.has(name)).limit(named))
            .toList();
    TableScope receiving =
        wanted.whole()
            ? TableScope.all(database)
            : TableScope.of(database, all.stream().filter(asked::has).toList());
    return new TargetFacts(
        database,
        names,
        all.size(),
        catalog.listed(() -> keyless(receiving)).atMost(named),
        insertTriggers(receiving).atMost(named),
        catalog.listed(() -> filled(receiving)).atMost(named));
  }

  private List<TableFinding> keyless(TableScope receiving) throws SQLException {
    Set<String> keyed = KeyedTables.of(catalog, receiving);
    return receiving.baseTables(catalog).stream()
        .filter(table -> !keyed.contains(table))
        .map(table -> new TableFinding(receiving.database(), table, null))
        .toList();
  }

  private List<TableFinding> filled(TableScope receiving) throws SQLException {
    List<TableFinding> filled = new ArrayList<>();
    for (String table : receiving.baseTables(catalog)) {
      if (catalog.isLate()) {
        throw new SQLTimeoutException("not all tables were looked into in time");
      }
      String name = new TableName(receiving.database(), table).sql();
      if (catalog.text("SELECT 1 FROM " + name + " LIMIT 1").isPresent()) {
        filled.add(new TableFinding(receiving.database(), table, null));
      }
    }
    return filled;
  }

  private Listed<TableFinding> insertTriggers(TableScope receiving) {
    if (!rights.has("TRIGGER", receiving.database())) {
      return Listed.notChecked(
          "triggers of database %s are shown only to an account with the right TRIGGER"
              .formatted(receiving.database()));
    }
    return catalog.listed(
        () ->
            receiving.ask(
                catalog,
                """
                SELECT event_object_table, trigger_name FROM information_schema.triggers
                WHERE event_manipulation = 'INSERT' AND trigger_schema = ?""",
                "event_object_table",
                row -> new TableFinding(receiving.database(), row.getString(1), row.getString(2)),
                TableFinding::table));
  }
}
