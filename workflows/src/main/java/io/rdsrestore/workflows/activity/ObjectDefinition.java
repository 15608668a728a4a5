package io.rdsrestore.workflows.activity;

/**
 * An object that is not a table.
 *
 * @param kind what it is
 * @param database its database
 * @param name its name
 * @param table the table of a trigger; null for others
 * @param sql the statement that makes it, with its DEFINER (SHOW CREATE); null where it is too
 *     long, names a password, or the account may not read it
 */
public record ObjectDefinition(
    ObjectKind kind, String database, String name, String table, String sql) {

  /** As people write it. */
  public String text() {
    return "%s %s.%s%s"
        .formatted(kind.word(), database, name, table == null ? "" : " on table " + table);
  }

  /** {@code sql} as the mysql client takes it, which would end one with a body too early. */
  public String statement() {
    return sql.contains(";") ? "DELIMITER $$\n" + sql + "$$\nDELIMITER ;" : sql + ";";
  }
}
