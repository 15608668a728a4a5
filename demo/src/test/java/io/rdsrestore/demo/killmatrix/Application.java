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
import java.util.Set;

/** Writes rows into {@code shop.orders} one after the other, whichever table has that name. */
final class Application implements AutoCloseable {
  /** How each of its remarks begins. */
  static final String MARK = "application ";

  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration LONGEST_END = Duration.ofMinutes(2);

  /** Longer than a server keeps a lock of a host that has gone, and tries of those who wait. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);

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
  private synchronized List<String> committed() {
    return List.copyOf(committed);
  }

  /** How long the slowest row took. */
  private synchronized Duration longestWait() {
    return longestWait;
  }

  /** What it could not do; null if it could do all. */
  private synchronized String trouble() {
    return trouble;
  }

  /** What of its rows is not as it has to be, in all tables that may have them. */
  List<String> complaints(Set<String> tables) {
    List<String> complaints = new ArrayList<>();
    List<String> remarks = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (String table : tables) {
      remarks.addAll(owner.texts(written("remark", table)));
      ids.addAll(owner.texts(written("id", table)));
    }
    if (trouble() != null) {
      complaints.add("the application could not write: " + trouble());
    }
    if (longestWait().compareTo(LONGEST_WAIT) > 0) {
      complaints.add("the application waited " + longestWait());
    }
    List<String> lost = new ArrayList<>(committed());
    lost.removeAll(remarks);
    if (!lost.isEmpty()) {
      complaints.add("rows are lost: " + lost);
    }
    if (remarks.size() != Set.copyOf(remarks).size()) {
      complaints.add("rows are there twice");
    }
    if (ids.size() != Set.copyOf(ids).size()) {
      complaints.add("numbers were given out twice");
    }
    return complaints;
  }

  private static String written(String column, String table) {
    return "SELECT %s FROM %s WHERE remark LIKE '%s%%'".formatted(column, table, MARK);
  }

  /** Ends once its last row is written. */
  @Override
  public void close() {
    stopped = true;
    Waiting.until("the application's last row", LONGEST_END, () -> !thread.isAlive());
  }
}
