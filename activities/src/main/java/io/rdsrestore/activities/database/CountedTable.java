package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.TableStructure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A table that is there, with its exact number of rows. */
record CountedTable(TableStructure structure, long rows) {

  /** Empty if there is no such table. */
  static Optional<CountedTable> read(Connection connection, TableName table) throws SQLException {
    Optional<TableStructure> structure = new SchemaReader(connection).structure(table);
    return structure.isEmpty()
        ? Optional.empty()
        : Optional.of(new CountedTable(structure.get(), new TableReader(connection).count(table)));
  }
}
