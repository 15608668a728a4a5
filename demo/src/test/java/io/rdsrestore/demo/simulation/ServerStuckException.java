package io.rdsrestore.demo.simulation;

import java.util.List;

/**
 * Time does not go on: the test server has lost a task, as it does when an activity is cancelled
 * just as it ends ({@code ACTIVITY_UNKNOWN}). It says nothing about the restore, so the seed is
 * tried again; one that is stuck each time has failed.
 */
final class ServerStuckException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ServerStuckException(long seed, List<String> lastEvents, List<String> trace, Throwable cause) {
    super(
        "seed %d: time does not go on; last events %s; %s".formatted(seed, lastEvents, trace),
        cause);
  }
}
