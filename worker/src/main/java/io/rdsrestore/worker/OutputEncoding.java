package io.rdsrestore.worker;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * In which encoding a command writes. That of the terminal, where it has all that may be said: a
 * shell over ssh often claims to be ASCII ({@code LANG=C}), and question marks help nobody.
 */
final class OutputEncoding {
  /** Of those that our Chinese and other people's names are written in. */
  private static final String SAMPLE = "恢复";

  private OutputEncoding() {}

  /** Makes standard output and standard error able to say it; the encoding that they have. */
  static Charset choose() {
    Charset terminal = Charset.defaultCharset();
    Charset chosen = of(System.getProperty("native.encoding", terminal.name()));
    if (!chosen.equals(terminal)) {
      System.setOut(stream(FileDescriptor.out, chosen));
      System.setErr(stream(FileDescriptor.err, chosen));
    }
    return chosen;
  }

  private static PrintStream stream(FileDescriptor where, Charset encoding) {
    return new PrintStream(new FileOutputStream(where), true, encoding);
  }

  /** The terminal's own encoding, or UTF-8 where that could not say all. */
  static Charset of(String terminal) {
    Charset own = Charset.isSupported(terminal) ? Charset.forName(terminal) : null;
    return own != null && own.canEncode() && own.newEncoder().canEncode(SAMPLE)
        ? own
        : StandardCharsets.UTF_8;
  }
}
