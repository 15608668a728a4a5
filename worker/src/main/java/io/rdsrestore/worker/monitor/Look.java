package io.rdsrestore.worker.monitor;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.util.function.Consumer;

/**
 * Something that is looked at again and again. That it fails is said once, until it works again;
 * what was seen before is forgotten after some failures, so that no old figure is taken for a new
 * one.
 */
final class Look {
  /** A server that is restarted costs no gap. */
  static final int FAILURES_UNTIL_FORGOTTEN = 5;

  private final String what;
  private final Runnable read;
  private final Runnable forget;
  private final Consumer<String> say;
  private int failures;
  private volatile boolean stopped;

  /**
   * A look.
   *
   * @param what named in the log
   * @param read looks and shows; throws if it cannot
   * @param forget takes away what is shown
   * @param say is told when it begins to fail, and when it works again
   */
  Look(String what, Runnable read, Runnable forget, Consumer<String> say) {
    this.what = what;
    this.read = read;
    this.forget = forget;
    this.say = say;
  }

  /** Looks once. */
  @SuppressWarnings("IllegalCatch") // Nothing that is only looked at may end the looking.
  void run() {
    try {
      read.run();
      if (failures > 0) {
        say.accept("The metrics show %s again.".formatted(what));
      }
      failures = 0;
    } catch (RuntimeException e) {
      if (stopped) {
        return;
      }
      failures++;
      if (failures == 1) {
        say.accept("The metrics do not show %s: %s".formatted(what, why(e)));
      }
      if (failures == FAILURES_UNTIL_FORGOTTEN) {
        forget.run();
      }
    }
  }

  /** From now on a look that is cut short is no failure. */
  void stop() {
    stopped = true;
  }

  private static String why(RuntimeException e) {
    if (!(e instanceof StatusRuntimeException refused)) {
      return e.toString();
    }
    Status.Code code = refused.getStatus().getCode();
    return code == Status.Code.UNIMPLEMENTED
        ? "this Temporal server cannot tell (the embedded test server cannot)"
        : "the Temporal server does not answer (%s)".formatted(code);
  }
}
