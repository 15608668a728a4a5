package io.rdsrestore.worker.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The terminal's second screen, drawn over again and again; the first is as it was once this is
 * closed. Plain escape sequences, which every terminal but a dumb one knows.
 */
final class Terminal implements AutoCloseable {
  private static final String ESC = "\u001b[";
  private static final String OPEN = ESC + "?1049h" + ESC + "?25l";
  private static final String CLOSE = ESC + "?25h" + ESC + "?1049l";
  private static final Pattern SIZE = Pattern.compile("(\\d+) (\\d+)");
  private static final File TTY = new File("/dev/tty");

  private final PrintWriter out;
  private boolean isOpen;
  private boolean isClosed;

  Terminal(PrintWriter out) {
    this.out = out;
  }

  /**
   * How large a terminal is.
   *
   * @param width in columns
   * @param height in lines
   */
  record Size(int width, int height) {
    private static final Size USUAL = new Size(80, 24);
    private static final int LEAST_WIDTH = 20;
    private static final int LEAST_HEIGHT = 6;

    boolean isUsable() {
      return width >= LEAST_WIDTH && height >= LEAST_HEIGHT;
    }
  }

  /** Whether somebody looks at a screen that can be drawn over. */
  static boolean canBeDrawnOn(Person person, String term) {
    return person.isThere() && term != null && !term.toLowerCase(Locale.ROOT).equals("dumb");
  }

  /** As it is now: people resize their windows. What cannot be asked has the usual size. */
  Size size() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(TTY)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream said = stty.getInputStream()) {
        String answer = new String(said.readAllBytes(), StandardCharsets.US_ASCII);
        return stty.waitFor(1, TimeUnit.SECONDS) ? parse(answer).orElse(Size.USUAL) : Size.USUAL;
      }
    } catch (IOException e) {
      return Size.USUAL;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Size.USUAL;
    }
  }

  /** What {@code stty size} answers: lines, then columns. */
  static Optional<Size> parse(String answer) {
    Matcher matcher = SIZE.matcher(answer.strip());
    return matcher.matches()
        ? Optional.of(
                new Size(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(1))))
            .filter(Size::isUsable)
        : Optional.empty();
  }

  /**
   * Draws over what was there; nothing once it is closed. A line that fills the width must not be
   * wiped after it.
   */
  synchronized void draw(List<String> lines) {
    if (isClosed) {
      return;
    }
    StringBuilder screen = new StringBuilder();
    if (!isOpen) {
      screen.append(OPEN);
      isOpen = true;
    }
    for (int i = 0; i < lines.size(); i++) {
      screen.append(ESC).append(i + 1).append(";1H").append(ESC).append("2K").append(lines.get(i));
    }
    screen.append(ESC).append(lines.size() + 1).append(";1H").append(ESC).append('J');
    out.print(screen);
    out.flush();
  }

  /** Gives the terminal back as it was. Can be repeated. */
  @Override
  public synchronized void close() {
    isClosed = true;
    if (isOpen) {
      out.print(CLOSE);
      out.flush();
      isOpen = false;
    }
  }
}
