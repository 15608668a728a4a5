package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ObjectKind;
import io.rdsrestore.workflows.plan.SqlName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads views and routines with all that makes them again. */
final class ProgramReader {
  private final Connection connection;
  private final Catalog catalog;

  ProgramReader(Connection connection) throws SQLException {
    this.connection = connection;
    catalog = new Catalog(connection);
  }

  /** The names of those of a kind; events, too. */
  List<String> names(ObjectKind kind, String database) throws SQLException {
    String sql =
        switch (kind) {
          case VIEW ->
              "SELECT table_name FROM information_schema.views WHERE table_schema = ? ORDER BY 1";
          case EVENT ->
              "SELECT event_name FROM information_schema.events WHERE event_schema = ? ORDER BY 1";
          case TRIGGER ->
              "SELECT trigger_name FROM information_schema.triggers WHERE trigger_schema = ? ORDER BY 1";
          case PROCEDURE, FUNCTION ->
              "SELECT routine_name FROM information_schema.routines WHERE routine_schema = ? AND routine_type = '%s' ORDER BY 1"
                  .formatted(word(kind));
          case FOREIGN_KEY -> throw new IllegalArgumentException("no program: " + kind);
        };
    return catalog.texts(sql, database);
  }

  /** One that there is; empty if there is none. */
  Optional<Program> read(ObjectKind kind, String database, String name) throws SQLException {
    if (!names(kind, database).contains(name)) {
      return Optional.empty();
    }
    // What is of the default database is told without its name.
    connection.setCatalog(database);
    return catalog
        .rows(
            "SHOW CREATE %s %s".formatted(word(kind), SqlName.quote(database, name)),
            row ->
                new Program(
                    kind,
                    name,
                    new ProgramSession(
                        kind == ObjectKind.VIEW ? "" : row.getString("sql_mode"),
                        row.getString("character_set_client"),
                        row.getString("collation_connection")),
                    row.getString(column(kind))))
        .stream()
        .findFirst();
  }

  /** Of its statement, in what SHOW CREATE answers. */
  private static int column(ObjectKind kind) {
    return switch (kind) {
      case VIEW -> 2;
      case EVENT -> 4;
      case PROCEDURE, FUNCTION, TRIGGER -> 3;
      case FOREIGN_KEY -> throw new IllegalArgumentException("no program: " + kind);
    };
  }

  static String word(ObjectKind kind) {
    return kind.word().toUpperCase(Locale.ROOT);
  }
}
