package io.rdsrestore.sandbox.dataplane;

import java.util.Collection;
import java.util.stream.Collectors;

/** Quoting, as every MySQL since 5.5 reads it with backslash escapes on. */
final class Sql {
  private Sql() {}

  static String name(String identifier) {
    return "`" + identifier.replace("`", "``") + "`";
  }

  static String name(String database, String object) {
    return name(database) + "." + name(object);
  }

  static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static String texts(Collection<String> values) {
    return values.stream().map(Sql::text).collect(Collectors.joining(", "));
  }

  /** An account as RDS makes it: from everywhere, since the whitelist decides who gets in. */
  static String account(String user) {
    return text(user) + "@'%'";
  }

  /** A database in GRANT, where {@code _} and {@code %} would stand for others. */
  static String grantedDatabase(String database) {
    return name(database.replace("_", "\\_").replace("%", "\\%"));
  }
}
