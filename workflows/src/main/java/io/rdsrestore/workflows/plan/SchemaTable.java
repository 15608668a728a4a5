package io.rdsrestore.workflows.plan;

/**
 * A table of SQL Server as requests name it: {@code orders}, which is one of schema {@code dbo}, or
 * {@code sales.orders}.
 */
public record SchemaTable(String schema, String name) {
  /** The schema that tables without one are in. */
  static final String DEFAULT = "dbo";

  /** From what a request, or a message about one, says. */
  public static SchemaTable of(String text) {
    int dot = text.indexOf('.');
    return dot < 0
        ? new SchemaTable(DEFAULT, text)
        : new SchemaTable(text.substring(0, dot), text.substring(dot + 1));
  }

  /** The other way round, without a schema that goes without saying. */
  @Override
  public String toString() {
    return DEFAULT.equalsIgnoreCase(schema) ? name : schema + "." + name;
  }
}
