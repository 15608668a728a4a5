package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.EngineSql;
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
   * @param engine whose SQL it is
   * @param freePlaces places that were seen to be free, of which a table stays beside all the same
   */
  public static List<String> of(
      List<ObjectTarget> objects,
      List<TableComparison> comparisons,
      String restoreId,
      Engine engine,
      Collection<QualifiedName> freePlaces) {
    List<String> lines = new ArrayList<>();
    for (ObjectTarget object : objects) {
      for (TableSelection table : tables(object, comparisons)) {
        if (object.isElsewhere(table)) {
          boolean isFree =
              freePlaces.contains(new QualifiedName(object.database(), table.targetName()));
          lines.addAll(put(object, table, restoreId, engine.sql(), isFree));
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

  private static List<String> put(
      ObjectTarget object, TableSelection table, String restoreId, EngineSql sql, boolean isFree) {
    QualifiedName restored = new QualifiedName(object.targetDatabase(), table.targetName());
    List<String> lines =
        isFree
            ? sql.moveToFreePlace(
                new QualifiedName(object.database(), table.targetName()), restored)
            : sql.putBack(
                new QualifiedName(object.database(), table.name()),
                restored,
                SqlName.suffixed(table.name(), SwapTable.BEFORE + restoreId));
    return lines.stream().map(PutBackSql::oneLine).toList();
  }

  /** A line break in a name must not end the comment that it stands in. */
  private static String oneLine(String text) {
    return LINE_BREAK.matcher(text).replaceAll(" ");
  }
}
