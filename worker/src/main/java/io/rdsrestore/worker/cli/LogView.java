package io.rdsrestore.worker.cli;

import java.time.Instant;

/** A line a change, for logs and for terminals that cannot be drawn over. */
final class LogView implements WatchView {
  private final OutputOptions output;
  private final ChangeLines changes;

  LogView(OutputOptions output) {
    this.output = output;
    this.changes = new ChangeLines(Times.local());
  }

  @Override
  public void look(Execution execution, Instant now) {
    output.lines(changes.next(execution, now));
  }

  @Override
  public void end(Execution execution) {
    // The gate was told when it opened.
    if (!execution.isRunning()) {
      output.lines(new StatusText(Times.local()).lines(execution));
    }
  }

  @Override
  public void brokenOff() {}
}
