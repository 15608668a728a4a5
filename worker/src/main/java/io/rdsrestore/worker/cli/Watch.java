package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;

/** Looks at a restore again and again and tells what is new. */
final class Watch {
  private final ExecutionReader reader;
  private final OutputOptions output;
  private final Duration interval;
  private final boolean throughGates;

  /**
   * A watch that has told nothing yet.
   *
   * @param throughGates go on watching while a person is waited for
   */
  Watch(ExecutionReader reader, OutputOptions output, Duration interval, boolean throughGates) {
    this.reader = reader;
    this.output = output;
    this.interval = interval;
    this.throughGates = throughGates;
  }

  /** Returns the exit code of the last look: at the end, or when a person is waited for. */
  int untilEndOrGate() throws InterruptedException {
    ChangeLines changes = new ChangeLines(Times.local());
    ObjectNode told = null;
    while (true) {
      Execution execution = reader.readOrNull();
      if (execution != null) {
        if (output.isJson()) {
          ObjectNode json = ExecutionJson.of(execution);
          if (!json.equals(told)) {
            output.jsonLine(json);
            told = json;
          }
        } else {
          output.lines(changes.next(execution, Instant.now()));
        }
        if (!execution.isRunning()) {
          tellEnd(execution);
          return execution.exitCode();
        }
        if (execution.isWaitingForPerson() && !throughGates) {
          return execution.exitCode();
        }
      }
      Thread.sleep(interval.toMillis());
    }
  }

  private void tellEnd(Execution execution) {
    if (!output.isJson()) {
      output.lines(new StatusText(Times.local()).lines(execution));
    }
  }
}
