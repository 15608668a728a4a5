package io.rdsrestore.activities.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A table that is there, with its exact number of rows. */
record CountedTable(TableShape shape, long rows) {

  /** Empty if there is no such table. */
  static Optional<CountedTable> read(Connection connection, TableName table) throws SQLException {
    Optional<TableShape> shape = new SchemaReader(connection).shape(table);
    return shape.isEmpty()
        ? Optional.empty()
        : Optional.of(new CountedTable(shape.get(), new TableReader(connection).count(table)));
  }
}
