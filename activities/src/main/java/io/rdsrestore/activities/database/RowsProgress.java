package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.verify.TablePosition;
import java.time.Duration;
import java.util.List;

/** How far a comparison of rows is, for people and for the next attempt. */
final class RowsProgress {
  private static final int PERCENT = 100;

  private final List<TableRows> tables;
  private final LoadGate load;
  private final long startedAt = System.nanoTime();
  private final long doneBefore;

  RowsProgress(List<TableRows> tables, LoadGate load) {
    this.tables = tables;
    this.load = load;
    doneBefore = done();
  }

  List<TablePosition> positions() {
    return tables.stream().map(TableRows::position).toList();
  }

  /** Percentages and times rest on the server's guess of how many rows there are. */
  String text() {
    long done = done();
    long all = tables.stream().mapToLong(TableRows::allRows).sum();
    long open = tables.stream().filter(TableRows::hasMore).count();
    return "compared %d of about %d rows (%d %%), %d of %d tables%s%s"
        .formatted(
            done,
            all,
            all == 0 ? PERCENT : done * PERCENT / all,
            tables.size() - open,
            tables.size(),
            left(done, all),
            load.waitingFor() == 0
                ? ""
                : "; waiting: %d threads run on the primary".formatted(load.waitingFor()));
  }

  private String left(long done, long all) {
    long mine = done - doneBefore;
    if (mine <= 0 || all <= done) {
      return "";
    }
    Duration so = Duration.ofNanos(System.nanoTime() - startedAt);
    long seconds = (long) ((double) so.toMillis() / mine * (all - done) / 1000);
    return seconds < 60
        ? ", about %d s left".formatted(seconds)
        : ", about %d min left".formatted(seconds / 60);
  }

  private long done() {
    return tables.stream().mapToLong(TableRows::doneRows).sum();
  }
}
