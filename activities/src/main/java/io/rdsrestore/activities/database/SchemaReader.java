package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Single questions to the catalogue of a server (information_schema). */
final class SchemaReader {
  private final Catalog catalog;

  SchemaReader(Connection connection) throws SQLException {
    catalog = new Catalog(connection);
  }

  boolean hasDatabase(String database) throws SQLException {
    return catalog
        .text("SELECT schema_name FROM information_schema.schemata WHERE schema_name = ?", database)
        .isPresent();
  }

  /** Tables of a database, without views. */
  List<String> tables(String database) throws SQLException {
    return catalog.texts(
        """
        SELECT table_name FROM information_schema.tables
        WHERE table_schema = ? AND table_type = 'BASE TABLE' ORDER BY 1\
        """,
        database);
  }

  boolean hasTable(QualifiedName table) throws SQLException {
    return catalog
        .text(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = ? AND table_name"
                + " = ?",
            table.database(),
            table.name())
        .isPresent();
  }

  /** Tables of a database, without those that only a move makes for itself. */
  List<String> ownTables(String database, String restoreId) throws SQLException {
    return tables(database).stream()
        .filter(name -> !HeldTriggers.isNameOf(name, restoreId))
        .filter(name -> !TriggerMove.isProbe(name, restoreId))
        .toList();
  }

  /** Tables and views of a database. */
  List<String> names(String database) throws SQLException {
    return catalog.texts(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = ? ORDER BY 1",
        database);
  }

  /** A database's default collation. */
  String collation(String database) throws SQLException {
    return catalog
        .text(
            "SELECT default_collation_name FROM information_schema.schemata WHERE schema_name = ?",
            database)
        .orElse("");
  }

  /** Names of a table's triggers. */
  List<String> triggers(QualifiedName table) throws SQLException {
    return catalog.texts(
        """
        SELECT trigger_name FROM information_schema.triggers
        WHERE event_object_schema = ? AND event_object_table = ? ORDER BY trigger_name\
        """,
        table.database(),
        table.name());
  }

  /** The table that a trigger of a database is on; empty if it has no such trigger. */
  Optional<QualifiedName> tableOfTrigger(String database, String trigger) throws SQLException {
    return catalog
        .rows(
            """
            SELECT event_object_schema, event_object_table FROM information_schema.triggers
            WHERE trigger_schema = ? AND trigger_name = ?\
            """,
            row -> new QualifiedName(row.getString(1), row.getString(2)),
            database,
            trigger)
        .stream()
        .findFirst();
  }

  /** A table without its rows; empty if there is no such table. */
  Optional<TableStructure> structure(TableName table) throws SQLException {
    return new StructureReader(catalog)
        .tables(TableScope.of(table.database(), List.of(table.table()))).values().stream()
            .findFirst();
  }
}
