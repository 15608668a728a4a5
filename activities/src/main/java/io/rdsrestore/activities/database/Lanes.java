package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.temporal.failure.ApplicationFailure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Works on tables side by side, each lane with connections of its own. Lanes spread over tables;
 * where there are fewer tables than lanes, several work on parts of the same.
 */
final class Lanes {
  private static final long TELL_EVERY_MILLIS = 1_000;

  private final Supplier<Servers> connect;
  private final LoadGate load;
  private final int lanes;
  private volatile boolean stopped;

  /**
   * So many lanes.
   *
   * @param connect a lane's connections
   * @param load asked before each part
   */
  Lanes(Supplier<Servers> connect, LoadGate load, int lanes) {
    this.connect = connect;
    this.load = load;
    this.lanes = lanes;
  }

  /**
   * Compares all the tables.
   *
   * @param tell called every second by the calling thread; what it throws stops all lanes
   */
  void run(List<TableRows> tables, Runnable tell) {
    ExecutorService threads = Executors.newFixedThreadPool(lanes, Lanes::thread);
    try {
      List<Future<Void>> running = new ArrayList<>();
      for (int lane = 0; lane < lanes; lane++) {
        running.add(threads.submit(lane(lane, tables)));
      }
      for (Future<Void> lane : running) {
        await(lane, tell);
      }
    } finally {
      stopped = true;
      threads.shutdownNow();
    }
  }

  private void await(Future<Void> lane, Runnable tell) {
    tell.run();
    while (true) {
      try {
        lane.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (TimeoutException e) {
        tell.run();
      } catch (ExecutionException e) {
        throw failure(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Failures.of(RestoreErrorCode.TRANSIENT, "the comparison was stopped", null);
      }
    }
  }

  private static RuntimeException failure(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return SqlTrouble.failure("Comparing rows", sql);
    }
    return cause instanceof ApplicationFailure known
        ? known
        : new IllegalStateException("comparing rows failed", cause);
  }

  private Callable<Void> lane(int number, List<TableRows> tables) {
    return () -> {
      try (Servers servers = connect.get()) {
        int at = number;
        while (true) {
          List<TableRows> open = tables.stream().filter(TableRows::hasMore).toList();
          if (open.isEmpty()) {
            return null;
          }
          TableRows table = open.get(at % open.size());
          load.await(servers.target(), this::checkStopped);
          checkStopped();
          if (!table.step(servers, this::checkStopped)) {
            at++;
          }
        }
      }
    };
  }

  private void checkStopped() {
    if (stopped) {
      throw Failures.of(RestoreErrorCode.TRANSIENT, "the comparison was stopped", null);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "rds-restore-compare");
    thread.setDaemon(true);
    return thread;
  }
}
