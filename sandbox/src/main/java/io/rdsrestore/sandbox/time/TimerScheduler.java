package io.rdsrestore.sandbox.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Schedules on one daemon thread, for clocks that run as fast as the machine's. */
public final class TimerScheduler implements SandboxScheduler, AutoCloseable {
  private final InstantSource clock;
  private final ScheduledThreadPoolExecutor timer;

  public TimerScheduler(InstantSource clock) {
    this.clock = clock;
    timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "sandbox-timer");
              thread.setDaemon(true);
              return thread;
            });
    timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    timer.setRejectedExecutionHandler((task, executor) -> {});
  }

  @Override
  public void schedule(Instant due, Runnable task) {
    long delay = Math.max(0, Duration.between(clock.instant(), due).toMillis() + 1);
    var unused = timer.schedule(task, delay, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
