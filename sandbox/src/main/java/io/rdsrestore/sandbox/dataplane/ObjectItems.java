package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Whether what is chosen exists in the source, and what stands in its way in the destination. */
final class ObjectItems implements PrecheckFamily {
  /** The documented limits on databases that DTS makes itself. */
  private static final Pattern CREATABLE_NAME = Pattern.compile("[A-Za-z0-9_-]+");

  private static final Set<String> CREATABLE_CHARSETS =
      Set.of("utf8", "utf8mb3", "gbk", "latin1", "utf8mb4");

  private final CopySpec spec;
  private final Endpoints endpoints;
  private final Connection source;
  private final Connection target;

  ObjectItems(CopySpec spec, Endpoints endpoints, Connection source, Connection target) {
    this.spec = spec;
    this.endpoints = endpoints;
    this.source = source;
    this.target = target;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    List<PrecheckItem> items = new ArrayList<>();
    items.add(schemas());
    if (spec.structure() && spec.targetTableMode().equals("0")) {
      items.add(sameObjects());
    }
    if (spec.needsEmptyTables()) {
      items.add(emptyTables());
    }
    return items;
  }

  private PrecheckItem schemas() throws SQLException {
    List<String> problems = new ArrayList<>();
    Rights rights = Rights.of(target);
    for (CopySpec.DatabaseMapping database : spec.databases()) {
      List<String> charset = Databases.charset(endpoints.source(), database.name());
      if (charset.isEmpty()) {
        problems.add("The source has no database " + database.name() + ".");
      } else if (Databases.charset(endpoints.target(), database.as()).isEmpty()) {
        missingTarget(database.as(), charset.get(0), rights).ifPresent(problems::add);
      }
      for (CopySpec.TableMapping table : database.tables()) {
        if (!Selection.tablesOf(source, database.name()).contains(table.name())) {
          problems.add("The source has no table " + database.name() + "." + table.name() + ".");
        }
      }
    }
    return PrecheckItem.of(PrecheckNames.SCHEMAS, String.join(" ", problems));
  }

  private static Optional<String> missingTarget(String database, String charset, Rights rights) {
    String missing = "The destination database " + database + " does not exist, and ";
    if (!isCreatable(database, charset)) {
      return Optional.of(missing + "DTS cannot create one of that name or character set.");
    }
    return rights.missing(database, Set.of("CREATE")).isEmpty()
        ? Optional.empty()
        : Optional.of(missing + "the account may not create it.");
  }

  private static boolean isCreatable(String database, String charset) {
    return CREATABLE_NAME.matcher(database).matches() && CREATABLE_CHARSETS.contains(charset);
  }

  private PrecheckItem sameObjects() throws SQLException {
    Set<String> taken = new TreeSet<>();
    try (Connection definitions = endpoints.openTargetDefinitions()) {
      for (SchemaObject object : SchemaObject.chosen(spec, endpoints)) {
        if (object.existsIn(definitions)) {
          taken.add(object.targetDatabase() + "." + object.targetName());
        }
      }
    }
    return PrecheckItem.of(
        PrecheckNames.SAME_OBJECTS, "Objects of the same name exist in the destination", taken);
  }

  private PrecheckItem emptyTables() throws SQLException {
    Set<String> filled = new TreeSet<>();
    try (Connection definitions = endpoints.openTargetDefinitions()) {
      for (Selection.Table table : Selection.of(spec, source).tables()) {
        boolean exists =
            Selection.tablesOf(definitions, table.targetDatabase()).contains(table.targetName());
        if (exists
            && !Query.texts(definitions, "SELECT 1 FROM " + table.target() + " LIMIT 1")
                .isEmpty()) {
          filled.add(table.targetDatabase() + "." + table.targetName());
        }
      }
    }
    return PrecheckItem.of(
        PrecheckNames.EMPTY_TABLES, "Tables in the destination hold rows", filled);
  }
}
