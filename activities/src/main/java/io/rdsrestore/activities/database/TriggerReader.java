package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Reads triggers with all that makes them again, in the order in which they fire. */
final class TriggerReader {
  private final Catalog catalog;

  TriggerReader(Connection connection) throws SQLException {
    catalog = new Catalog(connection);
  }

  List<TriggerDefinition> of(QualifiedName table) throws SQLException {
    return catalog.rows(
        """
        SELECT trigger_name, action_timing, event_manipulation, definer, sql_mode,
          character_set_client, collation_connection, action_statement
        FROM information_schema.triggers
        WHERE event_object_schema = ? AND event_object_table = ?
        ORDER BY event_manipulation, action_timing, action_order, trigger_name\
        """,
        row ->
            new TriggerDefinition(
                row.getString(1),
                table,
                row.getString(2) + " " + row.getString(3),
                row.getString(4),
                new ProgramSession(row.getString(5), row.getString(6), row.getString(7)),
                row.getString(8)),
        table.database(),
        table.name());
  }
}
