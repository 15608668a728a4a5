package io.rdsrestore.activities.sqlserver;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.sqlserver.Catalog.Counted;
import io.rdsrestore.workflows.activity.QuietClone;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.TableSelection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The chosen tables in the clone and under the same names on the primary, before the copy. */
final class TableLooks {
  private static final String MAY_RUN =
      "whether a job of SQL Server Agent runs in the clone is not known: rds-restore has not the right to see or stop one";

  private final Catalog inClone;
  private final Catalog onPrimary;
  private final Attempt attempt;

  /**
   * Looks into both.
   *
   * @param primary where applications are at work: nothing is locked there
   */
  TableLooks(Sql clone, Sql primary, Attempt attempt) throws SQLException {
    inClone = new Catalog(clone);
    onPrimary = new Catalog(primary);
    this.attempt = attempt;
    primary.set(Statements.WITHOUT_LOCKS);
  }

  QuietClone read(ReadChosenTables wanted) throws SQLException {
    List<TableLook> looks = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      look(object, looks);
    }
    return new QuietClone(List.of(), MAY_RUN, new TreeMap<>(), looks, null, null, null);
  }

  private void look(ObjectTarget object, List<TableLook> looks) throws SQLException {
    String database = object.database();
    String key = database.toLowerCase(Locale.ROOT);
    if (!inClone.databases(Set.of(database)).containsKey(key)) {
      looks.add(new TableLook(database, null, false, 0, false, 0, false));
      return;
    }
    List<TableRef> cloned = inClone.tableNames(database);
    boolean there = onPrimary.databases(Set.of(database)).containsKey(key);
    List<TableRef> present = there ? onPrimary.tableNames(database) : List.of();
    Map<TableRef, List<ColumnFacts>> columns = inClone.columns(database);
    Map<TableRef, List<ColumnFacts>> columnsNow = there ? onPrimary.columns(database) : Map.of();
    List<String> names =
        object.isWhole()
            ? cloned.stream().map(TableRef::shortName).toList()
            : object.tables().stream().map(TableSelection::name).toList();
    for (String name : names) {
      attempt.progress("reading the chosen tables");
      List<TableRef> source = Catalog.find(cloned, name);
      List<TableRef> current = Catalog.find(present, name);
      Counted before = source.isEmpty() ? null : inClone.count(source.get(0), List.of());
      Counted now = current.isEmpty() ? null : onPrimary.count(current.get(0), List.of());
      looks.add(
          new TableLook(
              database,
              name,
              before != null,
              before == null ? 0 : before.rows(),
              now != null,
              now == null ? 0 : now.rows(),
              before != null
                  && before.equals(now)
                  && sameRows(
                      source.get(0),
                      columns.getOrDefault(source.get(0), List.of()),
                      current.get(0),
                      columnsNow.getOrDefault(current.get(0), List.of()))));
    }
  }

  /**
   * Only of the same columns; a checksum that is weak is enough to say that rows may be the same.
   */
  private boolean sameRows(
      TableRef source, List<ColumnFacts> columns, TableRef current, List<ColumnFacts> columnsNow)
      throws SQLException {
    List<String> summed = Comparisons.summed(columns);
    return !summed.isEmpty()
        && columns.equals(columnsNow)
        && inClone.count(source, summed).equals(onPrimary.count(current, summed));
  }
}
