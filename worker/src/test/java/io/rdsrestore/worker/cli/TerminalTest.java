package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a terminal is told. */
class TerminalTest {

  @Test
  void theTerminalIsGivenBackAsItWas() {
    StringWriter told = new StringWriter();
    Terminal terminal = new Terminal(new PrintWriter(told));

    terminal.draw(List.of("first"));
    terminal.draw(List.of("second"));
    terminal.close();
    terminal.close();
    terminal.draw(List.of("too late"));

    assertThat(told.toString())
        .startsWith("\u001b[?1049h\u001b[?25l")
        .endsWith("\u001b[?25h\u001b[?1049l")
        .containsOnlyOnce("?1049h")
        .containsOnlyOnce("?1049l")
        .doesNotContain("too late");
  }

  @Test
  void oneThatWasNeverDrawnOnIsLeftAlone() {
    StringWriter told = new StringWriter();
    new Terminal(new PrintWriter(told)).close();

    assertThat(told.toString()).isEmpty();
  }

  @Test
  void itsSizeIsReadAndWhatCannotBeIsNoSize() {
    assertThat(Terminal.parse("24 80\n")).contains(new Terminal.Size(80, 24));
    assertThat(Terminal.parse("0 0\n")).as("a terminal that does not know").isEmpty();
    assertThat(Terminal.parse("")).isEmpty();
  }

  @Test
  void aScreenIsDrawnOnlyWhereSomebodyLooksAndItCanBe() {
    assertThat(Terminal.canBeDrawnOn(person(true), "xterm")).isTrue();
    assertThat(Terminal.canBeDrawnOn(person(true), "dumb")).isFalse();
    assertThat(Terminal.canBeDrawnOn(person(true), null)).isFalse();
    assertThat(Terminal.canBeDrawnOn(person(false), "xterm")).isFalse();
  }

  private static Person person(boolean there) {
    return new Person() {
      @Override
      public boolean isThere() {
        return there;
      }

      @Override
      public Optional<String> ask(String question, String ifStopped) {
        return Optional.empty();
      }
    };
  }
}
