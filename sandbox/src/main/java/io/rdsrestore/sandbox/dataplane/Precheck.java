package io.rdsrestore.sandbox.dataplane;

import static java.util.stream.Collectors.joining;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Runs the precheck of a migration on the two servers. An item that needs a connection which failed
 * is not evaluated and not in the answer.
 */
final class Precheck {
  private static final Pattern KNOWN_VERSION = Pattern.compile("(5\\.[5-7]|8\\.0)\\..*");

  /** The documented limits on databases that DTS makes itself. */
  private static final Pattern CREATABLE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private static final Set<String> CREATABLE_CHARSETS =
      Set.of("utf8", "utf8mb3", "gbk", "latin1", "utf8mb4");

  private final CopySpec spec;
  private final Endpoints endpoints;
  private final List<PrecheckItem> items = new ArrayList<>();

  Precheck(CopySpec spec, Endpoints endpoints) {
    this.spec = spec;
    this.endpoints = endpoints;
  }

  List<PrecheckItem> run() {
    Connection source = connect(PrecheckNames.SOURCE_CONNECTION, endpoints::openSource);
    try (source) {
      Connection target = connect(PrecheckNames.TARGET_CONNECTION, endpoints::openTarget);
      try (target) {
        if (source != null) {
          checkSource(source);
        }
        if (target != null) {
          checkTargetRights(target);
        }
        if (source != null && target != null) {
          checkBoth(source, target);
        }
      }
    } catch (SQLException e) {
      throw new DataPlaneException("The precheck broke off: " + e.getMessage(), e);
    }
    return List.copyOf(items);
  }

  /** Opens a connection. */
  @FunctionalInterface
  private interface Opener {
    Connection open() throws SQLException;
  }

  private Connection connect(String item, Opener opener) {
    try {
      Connection connection = opener.open();
      report(item, false, "");
      return connection;
    } catch (SQLException e) {
      report(item, false, DtsMessages.connection(e));
      return null;
    }
  }

  private void report(String item, boolean canSkip, String detail) {
    items.add(new PrecheckItem(item, detail.isEmpty(), canSkip, detail));
  }

  private void checkSource(Connection source) throws SQLException {
    String version = Query.text(source, "SELECT VERSION()");
    report(
        PrecheckNames.SOURCE_VERSION,
        true,
        KNOWN_VERSION.matcher(version).matches()
            ? ""
            : "The source database version " + version + " is not supported.");
    Rights rights = Rights.of(source);
    List<String> lacking = new ArrayList<>();
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      if (!rights.missing(database.name(), Set.of("SELECT")).isEmpty()
          && !mayReadEach(source, database)) {
        lacking.add("SELECT on " + database.name());
      }
    }
    report(PrecheckNames.SOURCE_RIGHTS, false, lackingRights(spec.source(), lacking));
    List<String> engines = new ArrayList<>();
    for (Selection.Table table : Selection.of(spec, source).tables()) {
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
    report(
        PrecheckNames.ENGINES,
        false,
        engines.isEmpty()
            ? ""
            : "Storage engines that are not supported: " + String.join(", ", engines));
    checkForeignKeys(source);
  }

  /** Rights on single tables do as well, if they are on each chosen one. */
  private boolean mayReadEach(Connection source, CopySpec.DatabaseMapping database)
      throws SQLException {
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

  private void checkForeignKeys(Connection source) throws SQLException {
    Selection selection = Selection.of(spec, source);
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
    report(
        PrecheckNames.FOREIGN_KEYS,
        false,
        missing.isEmpty()
            ? ""
            : "Parent tables of foreign keys are not chosen: " + String.join(", ", missing));
  }

  private void checkTargetRights(Connection target) throws SQLException {
    Rights rights = Rights.of(target);
    List<String> lacking = new ArrayList<>();
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      Set<String> missing = rights.missing(database.as(), neededOnTarget(database));
      if (!missing.isEmpty()) {
        lacking.add(String.join(", ", missing) + " on " + database.as());
      }
    }
    report(PrecheckNames.TARGET_RIGHTS, false, lackingRights(spec.target(), lacking));
  }

  private Set<String> neededOnTarget(CopySpec.DatabaseMapping database) {
    Set<String> needed = new TreeSet<>();
    if (spec.data()) {
      needed.addAll(Set.of("SELECT", "INSERT", "UPDATE", "DELETE"));
    }
    if (spec.structure()) {
      needed.addAll(Set.of("SELECT", "CREATE", "ALTER", "DROP", "INDEX", "REFERENCES"));
      if (database.all()) {
        needed.addAll(Set.of("CREATE VIEW", "CREATE ROUTINE", "TRIGGER"));
      }
    }
    return needed;
  }

  private static String lackingRights(CopySpec.Login login, List<String> lacking) {
    return lacking.isEmpty()
        ? ""
        : "The account " + login.user() + " lacks " + String.join("; ", lacking) + ".";
  }

  private void checkBoth(Connection source, Connection target) throws SQLException {
    checkSchemas(source, target);
    if (spec.structure() && spec.targetTableMode().equals("0")) {
      Set<String> taken = new TreeSet<>();
      try (Connection definitions = endpoints.openTargetDefinitions()) {
        for (SchemaObject object : SchemaObject.chosen(spec, endpoints)) {
          if (object.existsIn(definitions)) {
            taken.add(object.targetDatabase() + "." + object.targetName());
          }
        }
      }
      report(
          PrecheckNames.SAME_OBJECTS,
          true,
          taken.isEmpty()
              ? ""
              : "Objects of the same name exist in the destination: " + String.join(", ", taken));
    }
  }

  private void checkSchemas(Connection source, Connection target) throws SQLException {
    List<String> problems = new ArrayList<>();
    Rights rights = Rights.of(target);
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      List<String> charset = Databases.charset(endpoints.source(), database.name());
      if (charset.isEmpty()) {
        problems.add("The source has no database " + database.name() + ".");
      } else if (Databases.charset(endpoints.target(), database.as()).isEmpty()) {
        if (!CREATABLE_NAME.matcher(database.as()).matches()
            || !CREATABLE_CHARSETS.contains(charset.get(0))) {
          problems.add(
              "The destination database "
                  + database.as()
                  + " does not exist, and DTS cannot create one of that name or character set.");
        } else if (!rights.missing(database.as(), Set.of("CREATE")).isEmpty()) {
          problems.add(
              "The destination database "
                  + database.as()
                  + " does not exist, and the account may not create it.");
        }
      }
      for (CopySpec.TableMapping table : database.tables()) {
        if (!Selection.tablesOf(source, database.name()).contains(table.name())) {
          problems.add("The source has no table " + database.name() + "." + table.name() + ".");
        }
      }
    }
    report(PrecheckNames.SCHEMAS, false, problems.stream().collect(joining(" ")));
  }
}
