package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.ReadServer;
import io.rdsrestore.workflows.activity.ServerFacts;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether the worker gets into a server, and what is there. Not getting in is an answer, too. */
final class ServerReader {
  private final DatabaseConnector connector;

  ServerReader(DatabaseConnector connector) {
    this.connector = connector;
  }

  ServerFacts read(ReadServer wanted) {
    if (wanted.login().address() == null) {
      return unreachable("it has no address of the kind that the worker is configured for");
    }
    try (Connection connection = connector.connect(wanted.login())) {
      return new ServerFacts(true, null, version(connection), tables(connection, wanted));
    } catch (SQLException e) {
      return unreachable(SqlTrouble.unreachable(e));
    }
  }

  private static ServerFacts unreachable(String because) {
    return new ServerFacts(false, because, null, Map.of());
  }

  private static String version(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT VERSION()")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Map<String, List<String>> tables(Connection connection, ReadServer wanted)
      throws SQLException {
    SchemaReader schema = new SchemaReader(connection);
    Map<String, List<String>> tables = new LinkedHashMap<>();
    for (String database : wanted.databases()) {
      if (schema.hasDatabase(database)) {
        tables.put(database, schema.tablesAndViews(database));
      }
    }
    return tables;
  }
}
