package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the account of a connection may do, as the server lists it. */
final class Rights {
  private final Set<String> everywhere;
  private final List<DatabaseRight> onDatabases;

  private Rights(Set<String> everywhere, List<DatabaseRight> onDatabases) {
    this.everywhere = everywhere;
    this.onDatabases = onDatabases;
  }

  /** A privilege on the databases that match a pattern with MySQL's wildcards. */
  private record DatabaseRight(Pattern databases, String privilege) {}

  static Rights of(Connection connection) throws SQLException {
    String[] account = Query.text(connection, "SELECT CURRENT_USER()").split("@(?=[^@]*$)", 2);
    String grantee = Sql.text("'" + account[0] + "'@'" + account[1] + "'");
    Set<String> everywhere =
        new HashSet<>(
            Query.texts(
                connection,
                "SELECT PRIVILEGE_TYPE FROM information_schema.USER_PRIVILEGES WHERE GRANTEE="
                    + grantee));
    List<DatabaseRight> onDatabases =
        Query.list(
            connection,
            "SELECT TABLE_SCHEMA, PRIVILEGE_TYPE FROM information_schema.SCHEMA_PRIVILEGES"
                + " WHERE GRANTEE="
                + grantee,
            row -> new DatabaseRight(pattern(row.getString(1)), row.getString(2)));
    return new Rights(everywhere, onDatabases);
  }

  /** Which of {@code wanted} the account lacks on the database, in alphabetical order. */
  Set<String> missing(String database, Collection<String> wanted) {
    Set<String> missing = new TreeSet<>(wanted);
    missing.removeAll(everywhere);
    onDatabases.stream()
        .filter(right -> right.databases().matcher(database).matches())
        .forEach(right -> missing.remove(right.privilege()));
    return missing;
  }

  /** A pattern of GRANT: {@code %} is any text, {@code _} any character, unless escaped. */
  private static Pattern pattern(String granted) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < granted.length(); i++) {
      char c = granted.charAt(i);
      if (c == '\\' && i + 1 < granted.length()) {
        i++;
        regex.append(Pattern.quote(granted.substring(i, i + 1)));
      } else if (c == '%') {
        regex.append(".*");
      } else if (c == '_') {
        regex.append('.');
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
