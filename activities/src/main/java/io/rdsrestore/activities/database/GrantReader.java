package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.activity.AccountRights;
import io.rdsrestore.workflows.activity.GrantFacts;
import io.rdsrestore.workflows.activity.Listed;
import io.rdsrestore.workflows.plan.SqlName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads grants of other accounts on what is chosen; passwords are nowhere near. */
final class GrantReader {
  /** Grants on many columns are counted only. */
  private static final int LONGEST = 300;

  private final Catalog catalog;
  private final AccountRights rights;
  private final List<TableScope> chosen;

  GrantReader(Catalog catalog, AccountRights rights, List<TableScope> chosen) {
    this.catalog = catalog;
    this.rights = rights;
    this.chosen = chosen;
  }

  /** What one statement grants on. */
  private record On(String grantee, String database, String table, boolean grantable) {}

  /** One privilege of the catalogue. */
  private record Privilege(On on, String privilege, String column) {
    static Privilege of(ResultSet row) throws SQLException {
      return new Privilege(
          new On(
              row.getString(1), row.getString(2), row.getString(5), "YES".equals(row.getString(4))),
          row.getString(3),
          row.getString(6));
    }
  }

  Listed<GrantFacts> read() {
    if (!rights.has("SELECT", "mysql")) {
      return Listed.notChecked(
          "grants of other accounts are shown only to one that may read mysql.*");
    }
    Listed<GrantFacts> found = catalog.listed(this::grants);
    return new Listed<>(
        found.first().stream().filter(each -> each.privilege().length() <= LONGEST).toList(),
        found.total(),
        found.notChecked());
  }

  private List<GrantFacts> grants() throws SQLException {
    String own = RightsReader.grantee(catalog);
    List<Privilege> all = new ArrayList<>();
    for (TableScope scope : chosen) {
      catalog
          .rows(
              """
              SELECT grantee, table_schema, privilege_type, is_grantable, NULL, NULL
              FROM information_schema.schema_privileges WHERE grantee <> ?""",
              Privilege::of,
              own)
          .stream()
          .filter(
              each ->
                  RightsReader.pattern(each.on().database()).matcher(scope.database()).matches())
          .map(each -> onDatabase(each, scope.database()))
          .forEach(all::add);
      all.addAll(onTables(scope, "table_privileges", "NULL", own));
      all.addAll(onTables(scope, "column_privileges", "column_name", own));
    }
    return statements(all);
  }

  private List<Privilege> onTables(TableScope scope, String view, String column, String own)
      throws SQLException {
    return scope
        .ask(
            catalog,
            """
            SELECT grantee, table_schema, privilege_type, is_grantable, table_name, %s
            FROM information_schema.%s WHERE table_schema = ?"""
                .formatted(column, view),
            "table_name",
            Privilege::of,
            each -> each.on().table())
        .stream()
        .filter(each -> !each.on().grantee().equals(own))
        .toList();
  }

  /** A grant on a pattern of names, as one on this database. */
  private static Privilege onDatabase(Privilege granted, String database) {
    On on = granted.on();
    return new Privilege(
        new On(on.grantee(), database, null, on.grantable()), granted.privilege(), null);
  }

  private static List<GrantFacts> statements(List<Privilege> privileges) {
    Map<On, Map<String, List<String>>> grouped = new LinkedHashMap<>();
    for (Privilege each : privileges) {
      List<String> columns =
          grouped
              .computeIfAbsent(each.on(), on -> new LinkedHashMap<>())
              .computeIfAbsent(each.privilege(), privilege -> new ArrayList<>());
      if (each.column() != null) {
        columns.add(SqlName.quote(each.column()));
      }
    }
    List<GrantFacts> statements = new ArrayList<>();
    grouped.forEach(
        (on, granted) ->
            statements.add(
                new GrantFacts(
                    on.grantee(), words(granted), on.database(), on.table(), on.grantable())));
    return statements;
  }

  private static String words(Map<String, List<String>> granted) {
    List<String> words = new ArrayList<>();
    granted.forEach(
        (privilege, columns) ->
            words.add(
                columns.isEmpty()
                    ? privilege
                    : privilege + " (" + String.join(", ", columns) + ")"));
    return String.join(", ", words);
  }
}
