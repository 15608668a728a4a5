package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.Owner;
import io.rdsrestore.demo.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes rows into {@code shop.orders} one after the other, whichever table has that name. */
final class Application implements AutoCloseable {
  /** How each of its remarks begins. */
  static final String MARK = "application ";

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  private final Owner owner;
  private final Thread thread;
  private final List<String> committed = new ArrayList<>();
  private Duration longestWait = Duration.ZERO;
  private String trouble;
  private volatile boolean stopped;

  Application(Owner owner) {
    this.owner = owner;
    thread = Threads.daemons("application").newThread(this::write);
    thread.start();
  }

  private void write() {
    try (Connection connection = owner.connect();
        Statement sql = connection.createStatement()) {
      while (!stopped) {
        insert(sql);
        Thread.sleep(PAUSE.toMillis());
      }
    } catch (SQLException e) {
      said(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void insert(Statement sql) throws SQLException {
    String remark = MARK + committed().size();
    Instant begin = Instant.now();
    sql.execute(
        "INSERT INTO shop.orders (customer_id, total, remark, placed_at) VALUES (1, 1, '%s', NOW())"
            .formatted(remark));
    committed(remark, Duration.between(begin, Instant.now()));
  }

  private synchronized void committed(String remark, Duration wait) {
    committed.add(remark);
    longestWait = wait.compareTo(longestWait) > 0 ? wait : longestWait;
  }

  private synchronized void said(String what) {
    trouble = what;
  }

  /** Remarks of all rows whose commit was answered. */
  synchronized List<String> committed() {
    return List.copyOf(committed);
  }

  /** How long the slowest row took. */
  synchronized Duration longestWait() {
    return longestWait;
  }

  /** What it could not do; null if it could do all. */
  synchronized String trouble() {
    return trouble;
  }

  /** Ends once its last row is written. */
  @Override
  public void close() {
    stopped = true;
    Waiting.until("the application's last row", LONGEST_END, () -> !thread.isAlive());
  }
}
