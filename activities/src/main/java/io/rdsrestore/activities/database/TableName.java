package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.verify.QualifiedName;

/** A table of a server. */
record TableName(String database, String table) {
  String sql() {
    return SqlName.quote(database) + '.' + SqlName.quote(table);
  }

  QualifiedName qualified() {
    return new QualifiedName(database, table);
  }

  @Override
  public String toString() {
    return database + '.' + table;
  }
}
