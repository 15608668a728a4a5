package io.rdsrestore.workflows.activity;

/**
 * Something about a table.
 *
 * @param database its database
 * @param table its name
 * @param detail what was found, for example the name of a storage engine; null where there is
 *     nothing more to say
 */
public record TableFinding(String database, String table, String detail) {

  /** The table as people write it. */
  public String name() {
    return database + "." + table;
  }

  /** The table and what was found. */
  public String text() {
    return detail == null ? name() : name() + " (" + detail + ")";
  }
}
