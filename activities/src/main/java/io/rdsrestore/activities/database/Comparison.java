package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Patience;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.verify.ChunkSize;
import io.rdsrestore.workflows.verify.TablePosition;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Compares a copy with the clone, and goes on after a crash where the last attempt was. */
final class Comparison {
  /** Beside an application that is at work on the primary. */
  private static final int LANES = 2;

  private final DatabaseConnector connector;

  Comparison(DatabaseConnector connector) {
    this.connector = connector;
  }

  List<TableComparison> compare(CompareTables wanted) {
    Attempt attempt = Attempt.current();
    ComparisonProgress last =
        attempt.lastProgress(ComparisonProgress.class).orElseGet(ComparisonProgress::none);
    return Patience.during(
        last.gotOnAfter(),
        patience ->
            new Verification(
                    () -> Servers.connect(connector, wanted.source(), wanted.target()),
                    scope(wanted),
                    watcher(attempt, patience, last.tables()),
                    last.tables())
                .run());
  }

  private static VerificationScope scope(CompareTables wanted) {
    return new VerificationScope(
        wanted.objects(),
        wanted.mode(),
        wanted.keptExisting(),
        wanted.structure() && !wanted.keptExisting(),
        false,
        LANES,
        LoadGate.most(wanted.threadsRunning()),
        1,
        ChunkSize.LARGEST,
        RowComparer.BETWEEN_LOOKS,
        wanted.copyEndedAt());
  }

  /** What the next attempt finds is never less than what this one has found. */
  private static VerificationWatcher watcher(
      Attempt attempt, Patience patience, List<TablePosition> last) {
    AtomicReference<List<TablePosition>> newest = new AtomicReference<>(last);
    return (doing, positions) -> {
      if (!positions.isEmpty()) {
        List<TablePosition> before = newest.getAndSet(positions);
        if (ComparisonProgress.parts(positions) > ComparisonProgress.parts(before)) {
          patience.getsOn();
        }
      }
      attempt.progress(new ComparisonProgress(doing, newest.get(), patience.gotOnAfter()));
    };
  }
}
