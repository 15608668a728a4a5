package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Triggers that are off their tables while these move: a table beside them keeps what makes them
 * again, in both places. It is filled before the first is dropped, and goes when all are back.
 */
final class HeldTriggers {
  private static final String NAME = "rr_triggers_";

  private final Connection connection;
  private final Catalog catalog;
  private final QualifiedName keep;

  HeldTriggers(Connection connection, String database, String restoreId) throws SQLException {
    this.connection = connection;
    catalog = new Catalog(connection);
    keep = new QualifiedName(database, NAME + restoreId);
  }

  /** Whether a table is one of these. */
  static boolean isNameOf(String table, String restoreId) {
    return table.equals(NAME + restoreId);
  }

  /**
   * One of them.
   *
   * @param id in the order in which they are made
   * @param table the name of its table, the same in both places
   * @param beside the statement that makes it where it was
   * @param home the statement that makes it where it goes
   */
  record Held(
      long id, String name, String table, ProgramSession session, String beside, String home) {}

  List<Held> all() throws SQLException {
    if (!exists()) {
      return List.of();
    }
    return catalog.rows(
        "SELECT id, name, on_table, sql_mode, charset, collation, beside, home FROM %s ORDER BY id"
            .formatted(sql()),
        row ->
            new Held(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                new ProgramSession(row.getString(4), row.getString(5), row.getString(6)),
                row.getString(7),
                row.getString(8)));
  }

  /** From now on it is kept; what is kept of it already may be older. */
  void keep(TriggerDefinition beside, TriggerDefinition home) throws SQLException {
    Swapper.execute(
        connection,
        """
        CREATE TABLE IF NOT EXISTS %s (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(64) NOT NULL,
          on_table VARCHAR(64) NOT NULL, sql_mode TEXT NOT NULL, charset VARCHAR(64) NOT NULL,
          collation VARCHAR(64) NOT NULL, beside LONGTEXT NOT NULL, home LONGTEXT NOT NULL,
          UNIQUE (name)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin\
        """
            .formatted(sql()));
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO %s (name, on_table, sql_mode, charset, collation, beside, home)
            VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE on_table = VALUES(on_table),
              sql_mode = VALUES(sql_mode), charset = VALUES(charset),
              collation = VALUES(collation), beside = VALUES(beside), home = VALUES(home)\
            """
                .formatted(sql()))) {
      insert.setString(1, beside.name());
      insert.setString(2, beside.table().name());
      insert.setString(3, beside.session().sqlMode());
      insert.setString(4, beside.session().charset());
      insert.setString(5, beside.session().collation());
      insert.setString(6, beside.sql());
      insert.setString(7, home.sql());
      insert.executeUpdate();
    }
  }

  /** It has its table again. */
  void forget(Held held) throws SQLException {
    Swapper.execute(connection, "DELETE FROM %s WHERE id = %d".formatted(sql(), held.id()));
  }

  /** The table goes where all of them have. */
  void endIfEmpty() throws SQLException {
    if (exists() && all().isEmpty()) {
      Swapper.execute(connection, "DROP TABLE " + sql());
    }
  }

  private boolean exists() throws SQLException {
    return new SchemaReader(connection).hasTable(keep);
  }

  /** What tells a person the statement of a trigger. */
  String query(Held held) {
    return "SELECT home FROM %s WHERE name = '%s';"
        .formatted(sql(), held.name().replace("'", "''"));
  }

  private String sql() {
    return SqlName.quote(keep.database(), keep.name());
  }
}
