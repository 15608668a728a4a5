package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.workflows.plan.SqlServerSql;

/** A table of a database. Where a request names one without a schema it is one of {@code dbo}. */
record TableRef(String database, String schema, String name) {

  static TableRef of(String database, String name) {
    return new TableRef(database, SqlServerSql.SCHEMA, name);
  }

  /** The same table of another database. */
  TableRef in(String otherDatabase, String otherName) {
    return new TableRef(otherDatabase, schema, otherName);
  }

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
    return SqlServerSql.SCHEMA.equals(schema) ? name : schema + "." + name;
  }

  @Override
  public String toString() {
    return database + "." + shortName();
  }
}
