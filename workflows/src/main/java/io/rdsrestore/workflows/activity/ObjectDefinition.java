package io.rdsrestore.workflows.activity;

import java.util.regex.Pattern;

/**
 * An object that is not a table.
 *
 * @param kind what it is
 * @param database its database
 * @param name its name
 * @param table the table of a trigger or foreign key; null for others
 * @param sql the statement that makes it, with its DEFINER (SHOW CREATE); null where it is too
 *     long, names a password, or the account may not read it
 */
public record ObjectDefinition(
    ObjectKind kind, String database, String name, String table, String sql) {
  private static final Pattern SWITCHED_ON =
      Pattern.compile("(?i)\\b(ON COMPLETION (?:NOT )?PRESERVE) ENABLE\\b");

  /** As people write it. */
  public String text() {
    return "%s %s.%s%s"
        .formatted(kind.word(), database, name, table == null ? "" : " on table " + table);
  }

  /**
   * {@code sql} as the mysql client takes it, which would end one with a body too early. An event
   * is made switched off, so that it does not act before somebody has looked at it.
   */
  public String statement() {
    String made =
        kind == ObjectKind.EVENT ? SWITCHED_ON.matcher(sql).replaceFirst("$1 DISABLE") : sql;
    return made.contains(";") ? "DELIMITER $$\n" + made + "$$\nDELIMITER ;" : made + ";";
  }
}
