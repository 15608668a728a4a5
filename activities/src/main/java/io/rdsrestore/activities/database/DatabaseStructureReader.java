package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.verify.ComparedKind;
import io.rdsrestore.workflows.verify.DatabaseStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a database, or chosen tables of one, without rows. */
final class DatabaseStructureReader {
  private static final Map<ComparedKind, String> NEEDED =
      Map.of(
          ComparedKind.TRIGGER, "TRIGGER",
          ComparedKind.EVENT, "EVENT",
          ComparedKind.VIEW, "SHOW VIEW");

  private DatabaseStructureReader() {}

  static DatabaseStructure read(Connection connection, TableScope scope) throws SQLException {
    Catalog catalog = new Catalog(connection);
    List<String[]> defaults =
        catalog.rows(
            """
            SELECT default_character_set_name, default_collation_name
            FROM information_schema.schemata WHERE schema_name = ?\
            """,
            row -> new String[] {row.getString(1), row.getString(2)},
            scope.database());
    if (defaults.isEmpty()) {
      return new DatabaseStructure(scope.database(), null, null, Map.of(), List.of(), Map.of());
    }
    AccountRights rights = RightsReader.read(catalog, Set.of(scope.database()));
    Map<ComparedKind, String> unseen = new EnumMap<>(ComparedKind.class);
    NEEDED.forEach(
        (kind, right) -> {
          if (!rights.has(right, scope.database())) {
            unseen.put(
                kind, "the account has not the right %s on %s".formatted(right, scope.database()));
          }
        });
    return new DatabaseStructure(
        scope.database(),
        defaults.get(0)[0],
        defaults.get(0)[1],
        new StructureReader(catalog).tables(scope),
        new ObjectsReader(catalog).objects(scope),
        unseen);
  }
}
