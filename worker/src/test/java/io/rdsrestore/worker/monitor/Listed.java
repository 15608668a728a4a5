package io.rdsrestore.worker.monitor;

import java.time.Instant;

/** Restores as a namespace may list them. */
final class Listed {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");
  static final String CLONE = "rm-clone01";

  private Listed() {}

  /** One that has bought nothing. */
  static ListedRestore restore(String phase, String gate, Instant since) {
    return new ListedRestore(
        "restore/rm-primary01",
        "cn-hangzhou",
        true,
        START,
        phase,
        gate,
        gate == null ? null : since,
        since,
        null,
        null,
        null);
  }

  /** One that tells of a clone; it began so many seconds after the first. */
  static ListedRestore withClone(
      String workflowId, boolean running, int seconds, Instant cloneSince, Instant keptUntil) {
    return new ListedRestore(
        workflowId,
        "cn-hangzhou",
        running,
        START.plusSeconds(seconds),
        running ? "MIGRATING" : "COMPLETED",
        null,
        null,
        START,
        CLONE,
        cloneSince,
        keptUntil);
  }
}
