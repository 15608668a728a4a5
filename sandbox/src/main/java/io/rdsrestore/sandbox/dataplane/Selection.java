package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables that a migration's mappings name, looked up in the source. */
record Selection(List<Table> tables) {

  /** One table and where it goes. */
  record Table(String database, String name, String targetDatabase, String targetName) {
    String source() {
      return Sql.name(database, name);
    }

    String target() {
      return Sql.name(targetDatabase, targetName);
    }
  }

  static Selection of(CopySpec spec, Connection source) throws SQLException {
    List<Table> tables = new ArrayList<>();
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      if (database.all()) {
        for (String table : tablesOf(source, database.name())) {
          tables.add(new Table(database.name(), table, database.as(), table));
        }
      } else {
        for (CopySpec.TableMapping table : database.tables()) {
          tables.add(new Table(database.name(), table.name(), database.as(), table.as()));
        }
      }
    }
    return new Selection(List.copyOf(tables));
  }

  /** The base tables of a database; views are no tables. */
  static List<String> tablesOf(Connection connection, String database) throws SQLException {
    return Query.texts(
        connection,
        "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_TYPE='BASE TABLE'"
            + " AND TABLE_SCHEMA="
            + Sql.text(database)
            + " ORDER BY TABLE_NAME");
  }

  /** Where the table goes, if it is chosen. */
  Optional<Table> find(String database, String name) {
    return tables.stream()
        .filter(table -> table.database().equals(database) && table.name().equals(name))
        .findFirst();
  }
}
