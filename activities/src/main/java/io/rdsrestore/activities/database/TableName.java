package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.QualifiedName;
import io.rdsrestore.workflows.verify.TableStructure;
import java.util.Map;
import java.util.Optional;

/** A table of a server. */
record TableName(String database, String table) {
  static TableName of(QualifiedName name) {
    return new TableName(name.database(), name.name());
  }

  String sql() {
    return SqlName.quote(database, table);
  }

  /** Among tables by name; letter case counts for nothing, as mostly on RDS. */
  Optional<TableStructure> in(Map<String, TableStructure> tables) {
    return Optional.ofNullable(tables.get(table))
        .or(
            () ->
                tables.values().stream()
                    .filter(other -> other.name().name().equalsIgnoreCase(table))
                    .findFirst());
  }

  QualifiedName qualified() {
    return new QualifiedName(database, table);
  }

  @Override
  public String toString() {
    return database + '.' + table;
  }
}
