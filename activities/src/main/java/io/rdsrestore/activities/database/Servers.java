package io.rdsrestore.activities.database;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.NoAddress;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The clone and the primary, worked on at the same time: each has its connection and its thread,
 * while the caller's thread keeps telling that the activity is alive. Where that is answered by a
 * cancellation the queries end with their connections.
 */
final class Servers implements AutoCloseable {
  private static final long TELL_EVERY_MILLIS = 2_000;

  private final Connection source;
  private final Connection target;
  private final ExecutorService threads = Executors.newFixedThreadPool(2, Servers::thread);

  private Servers(Connection source, Connection target) {
    this.source = source;
    this.target = target;
  }

  static Servers connect(DatabaseConnector connector, DatabaseLogin source, DatabaseLogin target) {
    Connection first = login(connector, source);
    try {
      return new Servers(first, login(connector, target));
    } catch (RuntimeException e) {
      abort(first);
      throw e;
    }
  }

  /** A connection, or the failure that says why there is none. */
  static Connection login(DatabaseConnector connector, DatabaseLogin login) {
    NoAddress.check(login);
    try {
      return connector.connect(login);
    } catch (SQLException e) {
      throw SqlTrouble.noLogin(login.instanceId(), e);
    }
  }

  Connection source() {
    return source;
  }

  Connection target() {
    return target;
  }

  /** A question to one server. */
  interface Question<T> {
    T ask(Connection connection) throws SQLException;
  }

  /** Both answers to one kind of question. */
  record Answers<S, T>(S source, T target) {}

  /**
   * Asks both servers.
   *
   * @param doing for the message if it fails
   * @param alive called every other second until both have answered
   */
  <S, T> Answers<S, T> ask(
      String doing, Question<S> ofSource, Question<T> ofTarget, Runnable alive) {
    try {
      return ask(ofSource, ofTarget, alive);
    } catch (SQLException e) {
      throw SqlTrouble.failure(doing, e);
    }
  }

  /** As {@link #ask(String, Question, Question, Runnable)}, for callers who know what to do. */
  <S, T> Answers<S, T> ask(Question<S> ofSource, Question<T> ofTarget, Runnable alive)
      throws SQLException {
    Future<S> first = threads.submit(task(ofSource, source));
    Future<T> second = threads.submit(task(ofTarget, target));
    return new Answers<>(answer(first, alive), answer(second, alive));
  }

  private static <T> Callable<T> task(Question<T> question, Connection connection) {
    return () -> question.ask(connection);
  }

  /** Waits for what was asked on a thread of its own. */
  static <T> T answer(Future<T> future, Runnable alive) throws SQLException {
    while (true) {
      try {
        return future.get(TELL_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        alive.run();
      } catch (ExecutionException e) {
        if (e.getCause() instanceof SQLException sql) {
          throw sql;
        }
        throw new IllegalStateException("a question to a server failed", e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw Failures.of(RestoreErrorCode.TRANSIENT, "a comparison was stopped", null);
      }
    }
  }

  @Override
  public void close() {
    // Also ends what still runs.
    abort(source);
    abort(target);
    threads.shutdownNow();
  }

  private static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      // It is closed already: that is what was wanted.
      return;
    }
  }

  static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "rds-restore-sql");
    thread.setDaemon(true);
    return thread;
  }
}
