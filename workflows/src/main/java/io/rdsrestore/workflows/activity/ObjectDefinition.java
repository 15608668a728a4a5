package io.rdsrestore.workflows.activity;

import java.util.Optional;
import java.util.regex.Matcher;
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
  /** Of an event that a clone has got from a log, the server keeps that alone. */
  private static final Pattern STATUS =
      Pattern.compile(
          "(?i)\\b(ON COMPLETION (?:NOT )?PRESERVE) (?:ENABLE|DISABLE ON (?:SLAVE|REPLICA))\\b");

  private static final Pattern DEFINER =
      Pattern.compile("\\bDEFINER=`((?:[^`]|``)*)`@`((?:[^`]|``)*)`");

  /** As people write it. */
  public String text() {
    return "%s %s.%s%s"
        .formatted(kind.word(), database, name, table == null ? "" : " on table " + table);
  }

  /** Whom it runs as, {@code user@host}; empty if its SQL does not tell. */
  public Optional<String> definer() {
    return Optional.ofNullable(sql)
        .map(DEFINER::matcher)
        .filter(Matcher::find)
        .map(found -> (found.group(1) + "@" + found.group(2)).replace("``", "`"));
  }

  /**
   * {@code sql} as the mysql client takes it, which would end one with a body too early. An event
   * is made switched off, so that it does not act before somebody has looked at it.
   */
  public String statement() {
    String made = kind == ObjectKind.EVENT ? STATUS.matcher(sql).replaceFirst("$1 DISABLE") : sql;
    return made.contains(";") ? "DELIMITER $$\n" + made + "$$\nDELIMITER ;" : made + ";";
  }

  /**
   * {@link #statement} behind another: the client knows its own commands at a line's begin only.
   */
  public String after(String first) {
    String statement = statement();
    return first + (statement.startsWith("DELIMITER") ? "\n" : " ") + statement;
  }
}
