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
 * if it is {@code database.table} of something that was chosen.
 */
final class NamedTables {
  /** Bare or quoted in any way; names that hold these characters are not found. */
  private static final String PART = "[^\\s`\"'.,;:()\\[\\]]+";

  private static final Pattern PATH =
      Pattern.compile("[`\"']?(" + PART + ")[`\"']?\\.[`\"']?(" + PART + ")");

  private NamedTables() {}

  /** The tables that a text names, or all that were chosen by name if it names none of them. */
  static List<TableName> in(String text, List<ObjectTarget> objects, RemedyPlace place) {
    Set<TableName> named = new LinkedHashSet<>();
    Matcher matcher = PATH.matcher(text == null ? "" : text);
    while (matcher.find()) {
      TableName table = new TableName(matcher.group(1), matcher.group(2));
      if (objects.stream().anyMatch(object -> holds(object, table, place))) {
        named.add(table);
      }
    }
    return named.isEmpty() ? chosen(objects, place) : List.copyOf(named);
  }

  private static boolean holds(ObjectTarget object, TableName table, RemedyPlace place) {
    return table.database().equals(database(object, place))
        && (object.isWhole()
            || object.tables().stream().anyMatch(one -> name(one, place).equals(table.table())));
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
