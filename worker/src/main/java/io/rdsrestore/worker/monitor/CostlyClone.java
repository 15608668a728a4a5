package io.rdsrestore.worker.monitor;

import java.time.Instant;
import java.util.Locale;

/**
 * A clone that costs money.
 *
 * @param regionId where it is; null if nobody tells
 * @param workflowId who has bought it, or keeps it
 * @param since since when it costs
 * @param keptUntil when it is to go; null unless it is kept until then
 */
record CostlyClone(
    String cloneId,
    String regionId,
    String workflowId,
    State state,
    Instant since,
    Instant keptUntil) {

  /** What becomes of it. */
  enum State {
    /** Its restore runs, and removes it. */
    IN_USE,
    /** A workflow keeps it until an instant, and removes it then. */
    KEPT,
    /** Nothing that runs will remove it: its restore was terminated, or has left it to people. */
    LEFT;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
