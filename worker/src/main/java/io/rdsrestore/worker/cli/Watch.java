package io.rdsrestore.worker.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Looks at a restore again and again and shows it. */
final class Watch {
  private final ExecutionReader reader;
  private final WatchView view;
  private final OutputOptions output;
  private final Duration interval;
  private final boolean throughGates;

  /** What was seen last, for the words on the way out; null once the watch is over. */
  private final AtomicReference<String> watched = new AtomicReference<>();

  /**
   * A watch that has shown nothing yet.
   *
   * @param throughGates go on watching while a person is waited for
   */
  Watch(
      ExecutionReader reader,
      WatchView view,
      OutputOptions output,
      Duration interval,
      boolean throughGates) {
    this.reader = reader;
    this.view = view;
    this.output = output;
    this.interval = interval;
    this.throughGates = throughGates;
  }

  /** Returns the exit code of the last look: at the end, or when a person is waited for. */
  int untilEndOrGate() throws InterruptedException {
    // Ctrl-C ends the process, and with it this: nothing else runs then.
    Thread onTheWayOut = new Thread(this::brokenOff, "watch-broken-off");
    Runtime.getRuntime().addShutdownHook(onTheWayOut);
    try {
      return look();
    } finally {
      watched.set(null);
      view.brokenOff();
      unhook(onTheWayOut);
    }
  }

  private int look() throws InterruptedException {
    while (true) {
      Execution execution = reader.readOrNull();
      if (execution != null) {
        watched.set(Handle.of(execution));
        view.look(execution, Instant.now());
        boolean gate = execution.isWaitingForPerson() && !throughGates;
        if (!execution.isRunning() || gate) {
          watched.set(null);
          view.end(execution);
          return execution.exitCode();
        }
      }
      Thread.sleep(interval.toMillis());
    }
  }

  private void brokenOff() {
    String name = watched.getAndSet(null);
    if (name != null) {
      view.brokenOff();
      if (!output.isJson()) {
        output.line("The restore goes on. Come back to it: ./rds-restore watch " + name);
      }
    }
  }

  private static void unhook(Thread onTheWayOut) {
    try {
      Runtime.getRuntime().removeShutdownHook(onTheWayOut);
    } catch (IllegalStateException e) {
      // The process is on its way out: the hook runs, and has nothing to say any more.
      return;
    }
  }
}
