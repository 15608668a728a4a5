package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;

/** A table of a server. */
record TableName(String database, String table) {
  String sql() {
    return SqlName.quote(database) + '.' + SqlName.quote(table);
  }

  @Override
  public String toString() {
    return database + '.' + table;
  }
}
