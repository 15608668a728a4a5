package io.rdsrestore.activities.database;

import io.rdsrestore.workflows.request.Limits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * Lets the next read begin only while the primary has time for it: as long as more than so many of
 * its threads are running a statement, everybody waits.
 */
final class LoadGate {
  static final int STANDARD = Limits.THREADS_RUNNING;

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

  private final int mostRunning;
  private long lookedAt = Long.MIN_VALUE;
  private volatile int running;

  /**
   * A gate.
   *
   * @param mostRunning threads that may run a statement, of whoever
   */
  LoadGate(int mostRunning) {
    this.mostRunning = mostRunning;
  }

  /** By what a restore says; 0: it says nothing. */
  static LoadGate of(int threadsRunning) {
    return new LoadGate(most(threadsRunning));
  }

  /** Likewise. */
  static int most(int threadsRunning) {
    return threadsRunning == 0 ? STANDARD : threadsRunning;
  }

  /**
   * Waits until the load is low enough.
   *
   * @param alive called every second meanwhile; may throw to stop
   */
  void await(Connection primary, Runnable alive) throws SQLException {
    while (isBusy(primary)) {
      alive.run();
      pause();
    }
  }

  /** Threads that run on the primary if that is why nothing goes on; 0 if it is not. */
  int waitingFor() {
    int seen = running;
    return seen > mostRunning ? seen : 0;
  }

  private synchronized boolean isBusy(Connection primary) throws SQLException {
    long now = System.nanoTime();
    if (lookedAt == Long.MIN_VALUE || now - lookedAt >= BETWEEN_LOOKS.toNanos()) {
      running =
          TimedQuery.first(
                  primary, "SHOW GLOBAL STATUS LIKE 'Threads_running'", row -> row.getInt(2))
              .orElse(0);
      lookedAt = System.nanoTime();
    }
    return running > mostRunning;
  }

  private static void pause() throws SQLException {
    try {
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("stopped", e);
    }
  }
}
