package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.request.ObjectName;

/** Identifiers in printed SQL. */
public final class SqlName {
  private SqlName() {}

  /** As MySQL quotes it. */
  public static String quote(String name) {
    return '`' + name.replace("`", "``") + '`';
  }

  /** A table with its database. */
  public static String quote(String database, String table) {
    return quote(database) + '.' + quote(table);
  }

  /** The name with a suffix, cut so that MySQL takes it. */
  public static String suffixed(String name, String suffix) {
    int room = ObjectName.MAX_LENGTH - suffix.length();
    return (name.length() <= room ? name : name.substring(0, room)) + suffix;
  }
}
