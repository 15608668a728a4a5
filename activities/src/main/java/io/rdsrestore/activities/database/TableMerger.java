package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Merges one table, and takes that back, part by part. A part is one transaction, in which the
 * saved table learns what becomes of each row before the row changes. So the saved table alone
 * tells what is done, whenever a worker dies: what is in it is not touched again.
 */
final class TableMerger {
  private final MergeSession session;
  private final MergeReader reader;
  private final MergeShape shape;
  private final MergeSql sql;

  TableMerger(MergeSession session, MergeShape shape) throws SQLException {
    this.session = session;
    this.shape = shape;
    reader = new MergeReader(session.connection());
    sql = new MergeSql(shape);
  }

  /** Makes the saved table if it is not there. */
  void begin() throws SQLException {
    session.execute(sql.createSaved());
    if (!reader.isOwnSaved(shape)) {
      throw person("table %s is not of this merge".formatted(shape.saved()));
    }
  }

  /** Merges a part of the restored table. */
  void merge(Where part, MergeMode mode, Runnable alive) throws SQLException {
    session.transaction(
        alive,
        () -> {
          long number = parts() + 1;
          if (mode.replaces()) {
            session.execute(sql.saveReplaced(part, number));
          }
          if (mode.inserts()) {
            session.execute(sql.saveInserted(part, number));
          }
          checkForm();
          session.execute(sql.insert(number));
          session.execute(sql.replace(number));
          if (session.number(sql.countMerged(number)) != session.number(sql.countPart(number))) {
            throw person(
                "the server did not write some rows of %s as they are in %s; nothing of that part was kept"
                    .formatted(shape.current(), shape.restored()));
          }
        });
  }

  /** How many parts are written, also by those who have died. */
  long parts() throws SQLException {
    return session.number(sql.newestPart());
  }

  MergedTable merged(MergePosition position, MergeMode mode) throws SQLException {
    Map<String, Long> did = did();
    return new MergedTable(
        shape.table(),
        did.getOrDefault(MergeSql.INSERTED, 0L),
        did.getOrDefault(MergeSql.REPLACED, 0L),
        position.blocked(),
        sql.undoForPeople(),
        position.blocked() == 0 ? null : sql.notMerged(mode));
  }

  /** The newest part before another that is not taken back; 0 if there is none. */
  long newestPart(long before) throws SQLException {
    return TimedQuery.first(
            session.connection(), sql.newestMergedPart(before), row -> row.getLong(1))
        .orElse(0L);
  }

  /** Takes a part back. */
  void undo(long number, Runnable alive) throws SQLException {
    session.transaction(
        alive,
        () -> {
          session.execute(sql.chooseRemoved(number));
          session.execute(sql.choosePutBack(number));
          session.execute(sql.leaveTheRest(number));
          checkForm();
          session.execute(sql.remove(number));
          session.execute(sql.putBack(number));
          if (session.number(sql.countNotUndone(number)) != 0) {
            throw person(
                "the server did not write some rows of %s as they were; nothing of that part was kept"
                    .formatted(shape.current()));
          }
        });
  }

  UnmergedTable undone() throws SQLException {
    Map<String, Long> did = did();
    return new UnmergedTable(
        shape.table(),
        did.getOrDefault(MergeSql.REMOVED, 0L),
        did.getOrDefault(MergeSql.PUT_BACK, 0L),
        did.getOrDefault(MergeSql.LEFT, 0L));
  }

  private Map<String, Long> did() throws SQLException {
    Map<String, Long> did = new HashMap<>();
    List<Map.Entry<String, Long>> rows =
        new Catalog(session.connection())
            .rows(sql.countSaved(), row -> Map.entry(row.getString(1), row.getLong(2)));
    rows.forEach(row -> did.put(row.getKey(), row.getValue()));
    return did;
  }

  private void checkForm() throws SQLException {
    if (!reader.isAsRead(shape)) {
      throw person("columns or triggers of %s have changed meanwhile".formatted(shape.current()));
    }
  }

  private static RuntimeException person(String what) {
    return Failures.of(
        RestoreErrorCode.NEEDS_PERSON, "The merge has stopped: %s.".formatted(what), null);
  }
}
