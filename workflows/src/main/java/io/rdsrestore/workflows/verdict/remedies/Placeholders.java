package io.rdsrestore.workflows.verdict.remedies;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.plan.EngineSql;
import io.rdsrestore.workflows.plan.SqlName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Commands of the catalogue with the names of a restore. One that names a database or table is
 * printed once for each; one that names what is not known is left out.
 */
public final class Placeholders {
  /** All that a command may name in braces. */
  public static final Set<String> KNOWN =
      Set.of(
          "region",
          "primary",
          "clone",
          "job",
          "group",
          "addresses",
          "account",
          "sourceAccount",
          "targetAccount",
          "database",
          "table",
          "tableBefore",
          "qualified",
          "moveAway",
          "privilege",
          "charset");

  /** Of more, a person makes the rest after the same pattern. */
  static final int MOST_COMMANDS = 20;

  static final Pattern NAME = Pattern.compile("\\{([a-z][A-Za-z]*)\\}");

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.,:/-]+");
  private static final String AWAY = "_before";

  /** What is different from table to table. */
  private static final Set<String> OF_TABLES = Set.of("{table", "{qualified}", "{moveAway}");

  private Placeholders() {}

  /**
   * A command, filled.
   *
   * @param said what DTS said, which may name tables
   */
  static List<String> fill(
      String command, RemedyKind kind, RemedyPlace place, RestoreNames names, String said) {
    if (command == null) {
      return List.of();
    }
    Map<String, String> values = values(kind, place, names);
    List<String> filled = new ArrayList<>();
    for (Map<String, String> objects : objects(command, kind, place, names, said)) {
      Map<String, String> all = new HashMap<>(values);
      all.putAll(objects);
      String one = replace(command, all);
      if (one == null) {
        return List.of();
      }
      filled.add(kind == RemedyKind.SQL ? where(place, names) + one : one);
    }
    return filled;
  }

  /** A sentence of the catalogue; it names only what every restore has. */
  static String fillText(String text) {
    return text.replace("{group}", RestoreMark.WHITELIST_GROUP);
  }

  /** SQL does not say by itself for which server it is. */
  private static String where(RemedyPlace place, RestoreNames names) {
    return "/* on %s %s */ "
        .formatted(place == RemedyPlace.CLONE ? "the clone" : "the primary", names.instance(place));
  }

  private static Map<String, String> values(
      RemedyKind kind, RemedyPlace place, RestoreNames names) {
    Map<String, String> values = new HashMap<>();
    values.put("region", names.region());
    values.put("primary", names.primaryId());
    values.put("clone", names.cloneId());
    values.put("job", names.jobId());
    values.put("charset", names.engine().defaultCharset());
    values.put("privilege", names.engine().accountPrivilege());
    values.put("group", RestoreMark.WHITELIST_GROUP);
    values.put(
        "addresses",
        names.dtsAddresses().isEmpty() ? null : String.join(",", names.dtsAddresses()));
    values.put("account", quote(kind, names.account(place), names));
    values.put("sourceAccount", plain(names.sourceAccount()));
    values.put("targetAccount", plain(names.targetAccount()));
    return values;
  }

  private static List<Map<String, String>> objects(
      String command, RemedyKind kind, RemedyPlace place, RestoreNames names, String said) {
    if (OF_TABLES.stream().anyMatch(command::contains)) {
      return NamedTables.in(said, names.objects(), place).stream()
          .limit(MOST_COMMANDS)
          .map(table -> names(kind, table, names))
          .toList();
    }
    if (command.contains("{database}")) {
      return names.databases(place).stream()
          .limit(MOST_COMMANDS)
          .map(database -> Map.of("database", quote(kind, database, names)))
          .toList();
    }
    return List.of(Map.of());
  }

  private static Map<String, String> names(RemedyKind kind, TableName table, RestoreNames names) {
    EngineSql sql = names.engine().sql();
    return Map.of(
        "database", quote(kind, table.database(), names),
        "table", quote(kind, table.table(), names),
        "tableBefore", quote(kind, SqlName.suffixed(table.table(), AWAY), names),
        "qualified", sql.quote(table.database(), table.table()),
        "moveAway", sql.moveAway(table.database(), table.table()));
  }

  private static String quote(RemedyKind kind, String name, RestoreNames names) {
    if (name == null) {
      return null;
    }
    if (kind == RemedyKind.SQL) {
      return names.engine().sql().quote(name);
    }
    return PLAIN.matcher(name).matches() ? name : "'" + name.replace("'", "'\\''") + "'";
  }

  /** A name that goes into JSON in a shell; null if it would have to be escaped twice. */
  private static String plain(String name) {
    return name != null && PLAIN.matcher(name).matches() ? name : null;
  }

  private static String replace(String command, Map<String, String> values) {
    Matcher matcher = NAME.matcher(command);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      String value = values.get(matcher.group(1));
      if (value == null) {
        return null;
      }
      matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(filled).toString();
  }
}
