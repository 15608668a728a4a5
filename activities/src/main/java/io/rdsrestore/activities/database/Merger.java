package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.merge.MergeCondition;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergeTable;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** Counts, does and takes back a merge of several tables, one after another. */
final class Merger {
  /** Rows whose locks the application may have to wait for. */
  static final long LARGEST_PART = 1_000;

  /** Rows that are only counted, without locks. */
  private static final long LARGEST_COUNT = 50_000;

  private final Function<DatabaseLogin, Connection> connect;
  private final MergeWatcher watcher;
  private final List<MergePosition> last;
  private final long largestPart;

  /**
   * A merger.
   *
   * @param connect how to get into the primary
   * @param last how far an earlier attempt at the same was; empty for none
   * @param largestPart rows of a transaction at most
   */
  Merger(
      Function<DatabaseLogin, Connection> connect,
      MergeWatcher watcher,
      List<MergePosition> last,
      long largestPart) {
    this.connect = connect;
    this.watcher = watcher;
    this.last = last;
    this.largestPart = largestPart;
  }

  /** What it would do. */
  List<MergeLook> look(MergeTables wanted) {
    return connected(
        wanted,
        "Counting for a merge",
        session -> {
          MergeReader reader = new MergeReader(session.connection());
          MergeWalk walk = walk(session, wanted, LARGEST_COUNT);
          List<MergePosition> positions = positions(wanted);
          List<MergeLook> looks = new ArrayList<>();
          for (int i = 0; i < wanted.tables().size(); i++) {
            MergeTable table = wanted.tables().get(i);
            MergeReader.Read read = reader.read(table, wanted);
            if (read.shape() == null) {
              looks.add(MergeLook.refused(table, read.obstacles()));
              continue;
            }
            MergeWalk.Told told =
                told("counting for a merge into " + table.current(), positions, i);
            looks.add(look(walk, wanted, read.shape(), reader, positions.get(i), told));
          }
          return looks;
        });
  }

  /** What one table cannot be asked, as a wrong condition, is told of that table. */
  private static MergeLook look(
      MergeWalk walk,
      MergeTables wanted,
      MergeShape shape,
      MergeReader reader,
      MergePosition start,
      MergeWalk.Told told)
      throws SQLException {
    try {
      MergePosition end =
          walk.walk(
              shape, wanted.mode(), reader.hasSaved(shape), start, MergeWalk.Writer.NONE, told);
      return new MergeLook(
          shape.table(),
          end.missing(),
          end.changed(),
          end.blocked(),
          List.of(),
          new MergeSql(shape).undoForPeople());
    } catch (SQLException e) {
      if (e instanceof TimedQuery.TooLong || SqlTrouble.isOfOneTable(e)) {
        return MergeLook.refused(
            shape.table(), List.of("it could not be counted: " + SqlTrouble.withoutValues(e)));
      }
      throw e;
    }
  }

  /** Does it. */
  List<MergedTable> merge(MergeTables wanted) {
    return connected(
        wanted,
        "Merging rows",
        session -> {
          session.lock("rds-restore-" + wanted.restoreId());
          List<MergeShape> shapes = shapes(session, wanted);
          List<MergePosition> positions = positions(wanted);
          List<TableMerger> mergers = new ArrayList<>();
          for (MergeShape shape : shapes) {
            mergers.add(new TableMerger(session, shape));
          }
          for (int i : MergeOrder.parentsFirst(shapes)) {
            mergers.get(i).begin();
            pass(session, wanted, shapes.get(i), mergers.get(i), positions, i);
            if (shapes.get(i).refersToItself()) {
              passAgain(session, wanted, shapes.get(i), mergers.get(i), positions, i);
            }
          }
          List<MergedTable> done = new ArrayList<>();
          for (int i = 0; i < shapes.size(); i++) {
            done.add(mergers.get(i).merged(positions.get(i), wanted.mode()));
          }
          return done;
        });
  }

  /** What a row needed may have come after it: as long as something comes, there may be more. */
  private void passAgain(
      MergeSession session,
      MergeTables wanted,
      MergeShape shape,
      TableMerger merger,
      List<MergePosition> positions,
      int table)
      throws SQLException {
    long before = 0;
    for (long parts = merger.parts();
        parts > before && positions.get(table).blocked() > 0;
        parts = merger.parts()) {
      before = parts;
      positions.set(table, MergePosition.START);
      pass(session, wanted, shape, merger, positions, table);
    }
  }

  /** Walks a table to its end, from where its position is. */
  private void pass(
      MergeSession session,
      MergeTables wanted,
      MergeShape shape,
      TableMerger merger,
      List<MergePosition> positions,
      int table)
      throws SQLException {
    MergeWalk.Writer writer =
        part -> {
          merger.merge(part, wanted.mode(), alive("merging", positions));
          return shape.refersToItself();
        };
    positions.set(
        table,
        walk(session, wanted, largestPart)
            .walk(
                shape,
                wanted.mode(),
                true,
                positions.get(table),
                writer,
                told("merging into " + shape.current(), positions, table)));
  }

  /** Takes it back. */
  List<UnmergedTable> undo(MergeTables wanted) {
    return connected(
        wanted,
        "Taking a merge back",
        session -> {
          session.lock("rds-restore-" + wanted.restoreId());
          List<MergeShape> shapes = shapes(session, wanted);
          MergeReader reader = new MergeReader(session.connection());
          LoadGate load = LoadGate.of(wanted.threadsRunning());
          UnmergedTable[] done = new UnmergedTable[shapes.size()];
          List<Integer> order = new ArrayList<>(MergeOrder.parentsFirst(shapes));
          Collections.reverse(order);
          for (int i : order) {
            MergeShape shape = shapes.get(i);
            if (!reader.hasSaved(shape)) {
              throw notSafe(
                  shape.table().saved()
                      + " is not there any more: what was there before is not known");
            }
            TableMerger merger = new TableMerger(session, shape);
            String doing = "taking back the merge into " + shape.current();
            Runnable alive = () -> watcher.at(doing, List.of(), false);
            for (long part = merger.newestPart(Long.MAX_VALUE);
                part > 0;
                part = merger.newestPart(part)) {
              load.await(session.connection(), alive);
              merger.undo(part, alive);
              watcher.at(doing, List.of(), true);
            }
            done[i] = merger.undone();
          }
          return List.of(done);
        });
  }

  private static MergeWalk walk(MergeSession session, MergeTables wanted, long largestPart) {
    return new MergeWalk(session.connection(), LoadGate.of(wanted.threadsRunning()), largestPart);
  }

  private List<MergePosition> positions(MergeTables wanted) {
    MergePosition[] positions = new MergePosition[wanted.tables().size()];
    Arrays.fill(positions, MergePosition.START);
    for (int i = 0; i < Math.min(positions.length, last.size()); i++) {
      positions[i] = last.get(i);
    }
    return Arrays.asList(positions);
  }

  private MergeWalk.Told told(String doing, List<MergePosition> positions, int table) {
    return (position, gotOn) -> {
      positions.set(table, position);
      watcher.at("%s: %d rows".formatted(doing, position.rows()), List.copyOf(positions), gotOn);
    };
  }

  private Runnable alive(String doing, List<MergePosition> positions) {
    return () -> watcher.at(doing, List.copyOf(positions), false);
  }

  private static List<MergeShape> shapes(MergeSession session, MergeTables wanted)
      throws SQLException {
    MergeReader reader = new MergeReader(session.connection());
    List<MergeShape> shapes = new ArrayList<>();
    List<String> obstacles = new ArrayList<>();
    for (MergeTable table : wanted.tables()) {
      MergeReader.Read read = reader.read(table, wanted);
      read.obstacles().forEach(text -> obstacles.add(table.current() + ": " + text));
      shapes.add(read.shape());
    }
    if (!obstacles.isEmpty()) {
      throw notSafe(String.join("; ", obstacles));
    }
    return shapes;
  }

  private static RuntimeException notSafe(String why) {
    return Failures.of(
        RestoreErrorCode.NEEDS_PERSON,
        "Something is in the way of the merge: %s.".formatted(why),
        null);
  }

  /** Work in an open session. */
  private interface Work<T> {
    List<T> in(MergeSession session) throws SQLException;
  }

  private <T> List<T> connected(MergeTables wanted, String doing, Work<T> work) {
    if (wanted.where() != null) {
      MergeCondition.problem(wanted.where())
          .ifPresent(
              problem -> {
                throw notSafe(problem);
              });
    }
    try (Connection connection = connect.apply(wanted.primary())) {
      return work.in(MergeSession.on(connection));
    } catch (SQLException e) {
      throw SqlTrouble.failureWithoutValues(doing, e);
    }
  }
}
