package io.rdsrestore.worker.cli;

import io.rdsrestore.activities.database.DatabaseComparison;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicInteger;

/** Says on the error stream how a comparison goes on; keys of rows only where asked for. */
final class VerifyListener implements DatabaseComparison.Listener {
  private static final int MOST_KEYS = 100;
  private static final long BETWEEN_LINES = 10_000_000_000L;

  private final PrintWriter err;
  private final boolean showKeys;
  private final AtomicInteger keys = new AtomicInteger();
  private long lastLine = System.nanoTime();

  VerifyListener(PrintWriter err, boolean showKeys) {
    this.err = err;
    this.showKeys = showKeys;
  }

  @Override
  public synchronized void doing(String what) {
    if (System.nanoTime() - lastLine >= BETWEEN_LINES) {
      lastLine = System.nanoTime();
      say(what);
    }
  }

  @Override
  public void key(String table, String what, String key) {
    int number = showKeys ? keys.incrementAndGet() : MOST_KEYS + 2;
    if (number <= MOST_KEYS) {
      say("%s: %s key %s".formatted(table, what, key));
    } else if (number == MOST_KEYS + 1) {
      say("more keys are counted only");
    }
  }

  private synchronized void say(String line) {
    err.println(line);
    err.flush();
  }
}
