package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Attempt;
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
    List<TablePosition> last =
        attempt
            .lastProgress(ComparisonProgress.class)
            .map(ComparisonProgress::tables)
            .orElse(List.of());
    return new Verification(
            () -> Servers.connect(connector, wanted.source(), wanted.target()),
            new VerificationScope(
                wanted.objects(),
                wanted.mode(),
                wanted.keptExisting(),
                wanted.structure() && !wanted.keptExisting(),
                false,
                LANES,
                LoadGate.STANDARD,
                1,
                ChunkSize.LARGEST,
                RowComparer.BETWEEN_LOOKS,
                wanted.copyEndedAt()),
            watcher(attempt, last),
            last)
        .run();
  }

  /** What the next attempt finds is never less than what this one has found. */
  private static VerificationWatcher watcher(Attempt attempt, List<TablePosition> last) {
    AtomicReference<List<TablePosition>> newest = new AtomicReference<>(last);
    return (doing, positions) -> {
      if (!positions.isEmpty()) {
        newest.set(positions);
      }
      attempt.progress(new ComparisonProgress(doing, newest.get()));
    };
  }
}
