package io.rdsrestore.worker.cli;

import java.io.PrintWriter;

/** Says on the error stream how something long goes on: not more often than people read. */
final class ProgressLines {
  private static final long BETWEEN_LINES = 10_000_000_000L;

  private final PrintWriter err;
  private long lastLine = System.nanoTime();

  ProgressLines(PrintWriter err) {
    this.err = err;
  }

  /** What is being done; most of them are not said. */
  synchronized void doing(String what) {
    if (System.nanoTime() - lastLine >= BETWEEN_LINES) {
      lastLine = System.nanoTime();
      say(what);
    }
  }

  /** In any case. */
  synchronized void say(String line) {
    err.println(line);
    err.flush();
  }
}
