package io.rdsrestore.workflows.activity;

/**
 * Foreign keys between chosen tables and others, on the primary now.
 *
 * @param outgoing of chosen tables, to tables that are not chosen
 * @param incoming of tables that are not chosen, to chosen ones
 */
public record ForeignKeys(Listed<ForeignKeyFacts> outgoing, Listed<ForeignKeyFacts> incoming) {

  public static ForeignKeys notChecked(String because) {
    return new ForeignKeys(Listed.notChecked(because), Listed.notChecked(because));
  }
}
