package io.rdsrestore.worker.cli;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.Locale;

/** Temporal's state of a run as a word. */
final class RunState {
  private static final String PREFIX = "WORKFLOW_EXECUTION_STATUS_";

  private RunState() {}

  static String word(WorkflowExecutionStatus status) {
    String name = status.name();
    return (name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)
        .toLowerCase(Locale.ROOT)
        .replace('_', ' ');
  }
}
