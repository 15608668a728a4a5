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

  private final Sql clone;
  private final Sql primary;
  private final Attempt attempt;

  /**
   * Looks into both.
   *
   * @param primary where applications are at work: nothing is locked there
   */
  TableLooks(Sql clone, Sql primary, Attempt attempt) throws SQLException {
    this.clone = clone;
    this.primary = primary;
    this.attempt = attempt;
    primary.set(Statements.WITHOUT_LOCKS);
  }

  QuietClone read(ReadChosenTables wanted) throws SQLException {
    List<TableLook> looks = new ArrayList<>();
    for (ObjectTarget object : wanted.objects()) {
      look(object, looks);
    }
    return new QuietClone(List.of(), MAY_RUN, new TreeMap<>(), looks);
  }

  private void look(ObjectTarget object, List<TableLook> looks) throws SQLException {
    Catalog inClone = new Catalog(clone);
    String database = object.database();
    String key = database.toLowerCase(Locale.ROOT);
    if (!inClone.databases(Set.of(database)).containsKey(key)) {
      looks.add(new TableLook(database, null, false, 0, false, 0, false));
      return;
    }
    Catalog onPrimary = new Catalog(primary);
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
      Counted before = source.isEmpty() ? null : count(inClone, source.get(0), columns);
      Counted now = current.isEmpty() ? null : count(onPrimary, current.get(0), columns);
      looks.add(
          new TableLook(
              database,
              name,
              before != null,
              before == null ? 0 : before.rows(),
              now != null,
              now == null ? 0 : now.rows(),
              before != null
                  && before.checksum() != null
                  && before.equals(now)
                  && columns.get(source.get(0)).equals(columnsNow.get(current.get(0)))));
    }
  }

  /** Both by the columns of the clone; where these are not all there, only counted. */
  private static Counted count(
      Catalog catalog, TableRef table, Map<TableRef, List<ColumnFacts>> columns)
      throws SQLException {
    return catalog.count(table, Comparisons.summed(columns.getOrDefault(table, List.of())));
  }
}
