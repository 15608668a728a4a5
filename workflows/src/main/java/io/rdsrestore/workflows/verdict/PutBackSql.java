package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.SqlName;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.swap.SwapTable;
import io.rdsrestore.workflows.verify.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** SQL that a person can run to put rows back from beside. Nothing here is ever run by itself. */
public final class PutBackSql {
  private static final Pattern LINE_BREAK = Pattern.compile("\\R");

  private PutBackSql() {}

  /**
   * Two lines a table: the rows whose key is missing, and as a comment the swap of the tables.
   *
   * @param objects what went where
   * @param comparisons they name the tables of a whole database; empty if nothing was compared
   * @param restoreId makes the name free that the current table is moved away to
   * @param freePlaces places that were seen to be free, of which a table stays beside all the same
   */
  public static List<String> of(
      List<ObjectTarget> objects,
      List<TableComparison> comparisons,
      String restoreId,
      Collection<QualifiedName> freePlaces) {
    List<String> lines = new ArrayList<>();
    for (ObjectTarget object : objects) {
      for (TableSelection table : tables(object, comparisons)) {
        if (object.isElsewhere(table)) {
          boolean isFree =
              freePlaces.contains(new QualifiedName(object.database(), table.targetName()));
          lines.addAll(isFree ? move(object, table) : put(object, table, restoreId));
        }
      }
    }
    return List.copyOf(lines);
  }

  private static List<TableSelection> tables(
      ObjectTarget object, List<TableComparison> comparisons) {
    if (!object.isWhole()) {
      return object.tables();
    }
    // Neither a database nor a table has a dot in its name.
    String prefix = object.database() + ".";
    return comparisons.stream()
        .filter(TableComparison::ofTable)
        .map(TableComparison::source)
        .filter(source -> source.startsWith(prefix))
        .map(source -> new TableSelection(source.substring(prefix.length()), null))
        .toList();
  }

  private static List<String> move(ObjectTarget object, TableSelection table) {
    return List.of(
        "RENAME TABLE %s TO %s; -- its place was free; foreign keys of other tables beside follow it"
            .formatted(
                oneLine(SqlName.quote(object.targetDatabase(), table.targetName())),
                oneLine(SqlName.quote(object.database(), table.targetName()))));
  }

  private static List<String> put(ObjectTarget object, TableSelection table, String restoreId) {
    String original = SqlName.quote(object.database(), table.name());
    String restored = SqlName.quote(object.targetDatabase(), table.targetName());
    String away =
        SqlName.quote(
            object.database(), SqlName.suffixed(table.name(), SwapTable.BEFORE + restoreId));
    return List.of(
        "INSERT IGNORE INTO %s SELECT * FROM %s; -- adds rows whose key is missing, needs a primary or unique key and the same columns"
            .formatted(oneLine(original), oneLine(restored)),
        "-- or swap the tables (triggers and foreign keys go with the one that is moved away): RENAME TABLE %s TO %s, %s TO %s; -- or, where the first is gone: RENAME TABLE %s TO %s;"
            .formatted(
                oneLine(original),
                oneLine(away),
                oneLine(restored),
                oneLine(original),
                oneLine(restored),
                oneLine(original)));
  }

  /** A line break in a name must not end the comment that it stands in. */
  private static String oneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }
}
