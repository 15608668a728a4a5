package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Patience;
import io.rdsrestore.workflows.activity.MergeTables;
import io.rdsrestore.workflows.merge.MergeLook;
import io.rdsrestore.workflows.merge.MergedTable;
import io.rdsrestore.workflows.merge.UnmergedTable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** Merges as activities: each attempt goes on where the last one was, and shows that it lives. */
final class Merging {
  private final DatabaseConnector connector;

  Merging(DatabaseConnector connector) {
    this.connector = connector;
  }

  List<MergeLook> read(MergeTables wanted) {
    return attempt(merger -> merger.look(wanted));
  }

  List<MergedTable> merge(MergeTables wanted) {
    return attempt(merger -> merger.merge(wanted));
  }

  List<UnmergedTable> undo(MergeTables wanted) {
    return attempt(merger -> merger.undo(wanted));
  }

  private <T> T attempt(Function<Merger, T> work) {
    Attempt attempt = Attempt.current();
    MergeProgress last = attempt.lastProgress(MergeProgress.class).orElseGet(MergeProgress::none);
    return Patience.during(
        last.gotOnAfter(),
        patience ->
            work.apply(
                new Merger(
                    login -> Servers.login(connector, login),
                    watcher(attempt, patience, last.tables()),
                    last.tables(),
                    Merger.LARGEST_PART)));
  }

  private static MergeWatcher watcher(
      Attempt attempt, Patience patience, List<MergePosition> last) {
    AtomicReference<List<MergePosition>> newest = new AtomicReference<>(last);
    return (doing, tables, gotOn) -> {
      if (gotOn) {
        patience.getsOn();
      }
      if (!tables.isEmpty()) {
        newest.set(tables);
      }
      attempt.progress(new MergeProgress(doing, newest.get(), patience.gotOnAfter()));
    };
  }
}
