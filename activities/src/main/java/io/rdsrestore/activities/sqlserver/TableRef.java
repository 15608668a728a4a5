package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.workflows.plan.SchemaTable;
import io.rdsrestore.workflows.plan.SqlServerSql;

/** A table of a database. Where a request names one without a schema it is one of {@code dbo}. */
record TableRef(String database, String schema, String name) {

  /** In SQL. */
  String sql() {
    return SqlServerSql.bracketed(database)
        + "."
        + SqlServerSql.bracketed(schema)
        + "."
        + SqlServerSql.bracketed(name);
  }

  /** Its name within its database, as people write it. */
  String shortName() {
    return new SchemaTable(schema, name).toString();
  }

  @Override
  public String toString() {
    return database + "." + shortName();
  }
}
