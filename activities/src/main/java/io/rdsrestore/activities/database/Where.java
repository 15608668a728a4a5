package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.plan.SqlName;

/**
 * Which rows of a table.
 *
 * @param index that has to be used; null for the server's choice
 * @param condition SQL; null for all rows
 */
record Where(String index, String condition) {
  static final Where ALL = new Where(null, null);

  /** The table and what follows it. */
  String of(TableName table) {
    return table.sql()
        + (index == null ? "" : " FORCE INDEX (" + SqlName.quote(index) + ")")
        + (condition == null ? "" : " WHERE " + condition);
  }

  /** Likewise, without saying by which index. */
  Where byAnyIndex() {
    return new Where(null, condition);
  }
}
