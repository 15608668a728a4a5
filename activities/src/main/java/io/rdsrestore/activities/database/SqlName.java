package io.rdsrestore.activities.database;

/** Names in SQL text. */
final class SqlName {
  private SqlName() {}

  static String quote(String name) {
    return '`' + name.replace("`", "``") + '`';
  }
}
