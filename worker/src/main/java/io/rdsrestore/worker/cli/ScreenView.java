package io.rdsrestore.worker.cli;

import java.time.Instant;

/** A screen that is drawn again at each look; what it ends with stays on the terminal. */
final class ScreenView implements WatchView {
  private final OutputOptions output;
  private final Terminal terminal;

  ScreenView(OutputOptions output, Terminal terminal) {
    this.output = output;
    this.terminal = terminal;
  }

  @Override
  public void look(Execution execution, Instant now) {
    Terminal.Size size = terminal.size();
    terminal.draw(
        new Screen(Times.local(), output.speaker(), size.width(), size.height())
            .lines(execution, now));
  }

  @Override
  public void end(Execution execution) {
    terminal.close();
    output.lines(new StatusText(Times.local()).lines(execution));
  }

  @Override
  public void brokenOff() {
    terminal.close();
  }
}
