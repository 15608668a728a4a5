package io.rdsrestore.workflows.restore;

import io.temporal.workflow.Workflow;
import java.time.Instant;

/** The workflow's own time, the only one that replays. */
final class Clock {
  private Clock() {}

  static Instant now() {
    return Instant.ofEpochMilli(Workflow.currentTimeMillis());
  }
}
