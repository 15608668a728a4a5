package io.rdsrestore.workflows.verdict.remedies;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which tables a failure is about. DTS names some in its sentences, in no fixed form: a name counts
 * if it is {@code database.table} of something that was chosen, or else a table in quotes. Upper
 * and lower case are the same, since RDS folds names by its default (lower_case_table_names = 1).
 */
final class NamedTables {
  /** Bare or quoted in any way; names that hold these characters are not found. */
  private static final String PART = "[^\\s`\"'.,;:()\\[\\]]+";

  private static final Pattern PATH =
      Pattern.compile("[`\"']?(" + PART + ")[`\"']?\\.[`\"']?(" + PART + ")");

  /** As in {@code Table "customer" already exists}. */
  private static final Pattern QUOTED_TABLE =
      Pattern.compile("\\btable\\s+[`\"'](" + PART + ")[`\"'](?!\\.)", Pattern.CASE_INSENSITIVE);

  private NamedTables() {}

  /** The tables that a text names, or all that were chosen by name if it names none of them. */
  static List<TableName> in(String text, List<ObjectTarget> objects, RemedyPlace place) {
    String said = text == null ? "" : text;
    Set<TableName> named = new LinkedHashSet<>();
    Matcher paths = PATH.matcher(said);
    while (paths.find()) {
      String database = paths.group(1);
      String table = paths.group(2);
      objects.stream()
          .filter(object -> database(object, place).equalsIgnoreCase(database))
          .forEach(object -> named.addAll(held(object, table, place)));
    }
    if (named.isEmpty()) {
      Matcher tables = QUOTED_TABLE.matcher(said);
      while (tables.find()) {
        String table = tables.group(1);
        // Without its database a table can be told in a whole one only if there is no other.
        objects.stream()
            .filter(object -> !object.isWhole() || objects.size() == 1)
            .forEach(object -> named.addAll(held(object, table, place)));
      }
    }
    return named.isEmpty() ? chosen(objects, place) : List.copyOf(named);
  }

  /** The table of this name as it was chosen; none if it was not. */
  private static List<TableName> held(ObjectTarget object, String table, RemedyPlace place) {
    String database = database(object, place);
    return object.isWhole()
        ? List.of(new TableName(database, table))
        : object.tables().stream()
            .map(one -> name(one, place))
            .filter(table::equalsIgnoreCase)
            .map(name -> new TableName(database, name))
            .toList();
  }

  private static List<TableName> chosen(List<ObjectTarget> objects, RemedyPlace place) {
    List<TableName> chosen = new ArrayList<>();
    for (ObjectTarget object : objects) {
      if (!object.isWhole()) {
        object
            .tables()
            .forEach(
                table -> chosen.add(new TableName(database(object, place), name(table, place))));
      }
    }
    return chosen;
  }

  private static String database(ObjectTarget object, RemedyPlace place) {
    return place == RemedyPlace.CLONE || !object.isDecided()
        ? object.database()
        : object.targetDatabase();
  }

  private static String name(TableSelection table, RemedyPlace place) {
    return place == RemedyPlace.CLONE ? table.name() : table.targetName();
  }
}
