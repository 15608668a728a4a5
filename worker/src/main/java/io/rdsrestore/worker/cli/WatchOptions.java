package io.rdsrestore.worker.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How a restore is watched. */
public final class WatchOptions {
  @Option(
      names = "--through-gates",
      description = "Go on watching while a person is waited for, instead of ending with 3.")
  private boolean throughGates;

  @Option(
      names = "--interval",
      paramLabel = "DURATION",
      defaultValue = "PT2S",
      description = "Time between two looks, ISO 8601 (default: ${DEFAULT-VALUE}).")
  private Duration interval;

  @Option(
      names = "--plain",
      description = "A line a change instead of a live screen, also at a terminal.")
  private boolean plain;

  Watch watch(ExecutionReader reader, OutputOptions output) {
    return new Watch(reader, view(output), output, interval, throughGates);
  }

  private WatchView view(OutputOptions output) {
    if (output.isJson()) {
      return new JsonView(output);
    }
    return !plain && Terminal.canBeDrawnOn(Person.atTheTerminal(), System.getenv("TERM"))
        ? new ScreenView(output, new Terminal(output.out()))
        : new LogView(output);
  }
}
