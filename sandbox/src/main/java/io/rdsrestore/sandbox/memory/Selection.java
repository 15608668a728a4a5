package io.rdsrestore.sandbox.memory;

import io.rdsrestore.sandbox.dataplane.CopySpec.DatabaseMapping;
import io.rdsrestore.sandbox.dataplane.CopySpec.TableMapping;
import java.util.List;

/** Which tables a database mapping means. */
final class Selection {
  private Selection() {}

  static List<TableMapping> tables(DatabaseMapping database, Contents source) {
    return database.all()
        ? source.tables(database.name()).stream()
            .sorted()
            .map(table -> new TableMapping(table, table))
            .toList()
        : database.tables();
  }
}
