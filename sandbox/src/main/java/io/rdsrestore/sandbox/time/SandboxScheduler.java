package io.rdsrestore.sandbox.time;

import java.time.Instant;

/**
 * Runs what has become due even if nobody asks. Every state is also computed from the clock when it
 * is read, so a scheduler that never runs anything only makes the sandbox start copies later.
 */
@FunctionalInterface
public interface SandboxScheduler {
  void schedule(Instant due, Runnable task);

  /** For clocks that jump: everything happens when somebody looks. */
  static SandboxScheduler onlyWhenRead() {
    return (due, task) -> {};
  }
}
