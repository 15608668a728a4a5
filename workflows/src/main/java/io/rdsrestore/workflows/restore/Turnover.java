package io.rdsrestore.workflows.restore;

import io.temporal.workflow.Workflow;

/**
 * When this run has taken so much that it continues as new: Temporal takes 10,000 signals a run and
 * ends one whose history grows past 51,200 events or 50 MB.
 */
final class Turnover {
  private static final int MOST_MESSAGES = 1_000;
  private static final long MOST_BYTES = 4L * 1024 * 1024;
  private static final long MOST_EVENTS = 8_000;

  private int messages;
  private long bytes;

  /** Something has come in. */
  void count(byte[] message) {
    messages++;
    bytes += message.length;
  }

  /** Whether it is time; asked wherever nothing but a wait is under way. */
  boolean isDue() {
    return messages >= MOST_MESSAGES
        || bytes >= MOST_BYTES
        || Workflow.getInfo().getHistoryLength() >= MOST_EVENTS;
  }
}
