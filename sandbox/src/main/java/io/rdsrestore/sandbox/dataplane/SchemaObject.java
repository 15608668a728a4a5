package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Something that the structure stage creates. */
record SchemaObject(
    Kind kind, String database, String name, String targetDatabase, String targetName) {

  /** The kinds, in the order in which DTS can create them. Events are not migrated. */
  enum Kind {
    TABLE("TABLES", "TABLE_SCHEMA", "TABLE_NAME", "TABLE_TYPE='BASE TABLE'"),
    FUNCTION("ROUTINES", "ROUTINE_SCHEMA", "ROUTINE_NAME", "ROUTINE_TYPE='FUNCTION'"),
    PROCEDURE("ROUTINES", "ROUTINE_SCHEMA", "ROUTINE_NAME", "ROUTINE_TYPE='PROCEDURE'"),
    VIEW("VIEWS", "TABLE_SCHEMA", "TABLE_NAME", "1=1"),
    TRIGGER("TRIGGERS", "TRIGGER_SCHEMA", "TRIGGER_NAME", "1=1");

    private final String catalog;
    private final String schemaColumn;
    private final String nameColumn;
    private final String condition;

    Kind(String catalog, String schemaColumn, String nameColumn, String condition) {
      this.catalog = catalog;
      this.schemaColumn = schemaColumn;
      this.nameColumn = nameColumn;
      this.condition = condition;
    }

    private List<String> names(Connection connection, String database) throws SQLException {
      return Query.texts(
          connection,
          "SELECT "
              + nameColumn
              + " FROM information_schema."
              + catalog
              + " WHERE "
              + condition
              + " AND "
              + schemaColumn
              + "="
              + Sql.text(database)
              + " ORDER BY "
              + nameColumn);
    }
  }

  /** All that a migration's structure stage creates: of a single table only itself. */
  static List<SchemaObject> chosen(CopySpec spec, Endpoints endpoints) throws SQLException {
    List<SchemaObject> objects = new ArrayList<>();
    try (Connection source = endpoints.openSourceDefinitions()) {
      for (Selection.Table table : Selection.of(spec, source).tables()) {
        objects.add(
            new SchemaObject(
                Kind.TABLE,
                table.database(),
                table.name(),
                table.targetDatabase(),
                table.targetName()));
      }
      for (CopySpec.DatabaseMapping database : spec.databases()) {
        if (database.all()) {
          for (Kind kind : Kind.values()) {
            if (kind != Kind.TABLE) {
              for (String name : kind.names(source, database.name())) {
                objects.add(new SchemaObject(kind, database.name(), name, database.as(), name));
              }
            }
          }
        }
      }
    }
    return objects;
  }

  /** The account that a view, routine or trigger names; a table has none. */
  Optional<String> definer(Connection source) throws SQLException {
    if (kind == Kind.TABLE) {
      return Optional.empty();
    }
    return Query.texts(
            source,
            "SELECT DEFINER FROM information_schema."
                + kind.catalog
                + " WHERE "
                + kind.condition
                + " AND "
                + kind.schemaColumn
                + "="
                + Sql.text(database)
                + " AND "
                + kind.nameColumn
                + "="
                + Sql.text(name))
        .stream()
        .findFirst();
  }

  /** Whether the target has an object of this name; a table and a view share their names. */
  boolean existsIn(Connection target) throws SQLException {
    if (kind == Kind.TABLE || kind == Kind.VIEW) {
      return Kind.TABLE.names(target, targetDatabase).contains(targetName)
          || Kind.VIEW.names(target, targetDatabase).contains(targetName);
    }
    return kind.names(target, targetDatabase).contains(targetName);
  }
}
