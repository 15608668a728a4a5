package io.rdsrestore.worker.cli;

import java.time.Instant;

/** How whoever watches a restore is shown it. */
interface WatchView {

  /** A look at it. */
  void look(Execution execution, Instant now);

  /** The watch is over: the restore has ended, or a person is waited for. */
  void end(Execution execution);

  /** The watch was broken off while the restore goes on. */
  void brokenOff();
}
