package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the source alone tells: its version, the rights there, engines and foreign keys. */
final class SourceItems implements PrecheckFamily {
  private static final Pattern KNOWN_VERSION = Pattern.compile("(5\\.[5-7]|8\\.0)\\..*");

  private final CopySpec spec;
  private final Connection source;

  SourceItems(CopySpec spec, Connection source) {
    this.spec = spec;
    this.source = source;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    Selection selection = Selection.of(spec, source);
    return List.of(version(), rights(), engines(selection), foreignKeys(selection));
  }

  private PrecheckItem version() throws SQLException {
    String version = Query.text(source, "SELECT VERSION()");
    return PrecheckItem.of(
        PrecheckNames.SOURCE_VERSION,
        KNOWN_VERSION.matcher(version).matches()
            ? ""
            : "The source database version " + version + " is not supported.");
  }

  private PrecheckItem rights() throws SQLException {
    Rights rights = Rights.of(source);
    List<String> lacking = new ArrayList<>();
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      if (!rights.missing(database.name(), Set.of("SELECT")).isEmpty() && !mayReadEach(database)) {
        lacking.add("SELECT on " + database.name());
      }
    }
    return TargetItems.lackingRights(PrecheckNames.SOURCE_RIGHTS, spec.source(), lacking);
  }

  /** Rights on single tables do as well, if they are on each chosen one. */
  private boolean mayReadEach(CopySpec.DatabaseMapping database) {
    if (database.all()) {
      return false;
    }
    for (CopySpec.TableMapping table : database.tables()) {
      try {
        Query.list(
            source,
            "SELECT 1 FROM " + Sql.name(database.name(), table.name()) + " LIMIT 0",
            row -> row.getInt(1));
      } catch (SQLException e) {
        return false;
      }
    }
    return true;
  }

  private PrecheckItem engines(Selection selection) throws SQLException {
    List<String> engines = new ArrayList<>();
    for (Selection.Table table : selection.tables()) {
      engines.addAll(
          Query.texts(
              source,
              "SELECT CONCAT(TABLE_SCHEMA, '.', TABLE_NAME, ' (', ENGINE, ')')"
                  + " FROM information_schema.TABLES"
                  + " WHERE ENGINE IN ('FEDERATED', 'MRG_MyISAM') AND TABLE_SCHEMA="
                  + Sql.text(table.database())
                  + " AND TABLE_NAME="
                  + Sql.text(table.name())));
    }
    return PrecheckItem.of(
        PrecheckNames.ENGINES, "Storage engines that are not supported", engines);
  }

  private PrecheckItem foreignKeys(Selection selection) throws SQLException {
    Set<String> missing = new TreeSet<>();
    for (Selection.Table table : selection.tables()) {
      Query.list(
              source,
              "SELECT DISTINCT REFERENCED_TABLE_SCHEMA, REFERENCED_TABLE_NAME"
                  + " FROM information_schema.KEY_COLUMN_USAGE"
                  + " WHERE REFERENCED_TABLE_NAME IS NOT NULL AND TABLE_SCHEMA="
                  + Sql.text(table.database())
                  + " AND TABLE_NAME="
                  + Sql.text(table.name()),
              row -> List.of(row.getString(1), row.getString(2)))
          .stream()
          .filter(parent -> selection.find(parent.get(0), parent.get(1)).isEmpty())
          .forEach(
              parent ->
                  missing.add(
                      table.database()
                          + "."
                          + table.name()
                          + " needs "
                          + String.join(".", parent)));
    }
    return PrecheckItem.of(
        PrecheckNames.FOREIGN_KEYS, "Parent tables of foreign keys are not chosen", missing);
  }
}
