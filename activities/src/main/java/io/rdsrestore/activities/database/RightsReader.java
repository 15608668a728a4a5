package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads what the account of the connection may do; needs no right for it. */
final class RightsReader {
  private RightsReader() {}

  /**
   * @param databases those that it is asked about
   */
  static AccountRights read(Catalog catalog, Collection<String> databases) throws SQLException {
    String grantee = grantee(catalog);
    List<String> everywhere =
        catalog.texts(
            "SELECT privilege_type FROM information_schema.user_privileges WHERE grantee = ?",
            grantee);
    Map<String, List<String>> onDatabases = new TreeMap<>();
    catalog.rows(
        """
        SELECT table_schema, privilege_type FROM information_schema.schema_privileges
        WHERE grantee = ?""",
        row -> {
          Pattern granted = pattern(row.getString(1));
          for (String database : databases) {
            if (granted.matcher(database).matches()) {
              onDatabases
                  .computeIfAbsent(database, name -> new ArrayList<>())
                  .add(row.getString(2));
            }
          }
          return granted;
        },
        grantee);
    List<String> tablesOf =
        catalog
            .texts(
                """
                SELECT DISTINCT table_schema FROM information_schema.table_privileges
                WHERE grantee = ?""",
                grantee)
            .stream()
            .filter(databases::contains)
            .toList();
    return new AccountRights(everywhere, onDatabases, tablesOf, null);
  }

  /** The account of the connection, as the catalogue writes it. */
  static String grantee(Catalog catalog) throws SQLException {
    String account = catalog.text("SELECT CURRENT_USER()").orElse("");
    int at = account.lastIndexOf('@');
    return "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
  }

  /** A database name in a grant: {@code %} is any text, {@code _} any character, unless escaped. */
  static Pattern pattern(String granted) {
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
    return Pattern.compile(regex.toString(), Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
  }
}
