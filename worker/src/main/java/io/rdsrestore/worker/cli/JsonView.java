package io.rdsrestore.worker.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** The whole status, on a line of its own whenever it has changed. */
final class JsonView implements WatchView {
  private final OutputOptions output;
  private ObjectNode told;

  JsonView(OutputOptions output) {
    this.output = output;
  }

  @Override
  public void look(Execution execution, Instant now) {
    ObjectNode json = ExecutionJson.of(execution);
    if (!json.equals(told)) {
      output.jsonLine(json);
      told = json;
    }
  }

  @Override
  public void end(Execution execution) {}

  @Override
  public void brokenOff() {}
}
