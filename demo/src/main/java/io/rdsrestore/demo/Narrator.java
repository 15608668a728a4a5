package io.rdsrestore.demo;

import io.rdsrestore.worker.RdsRestore;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine;

/** Tells the story on standard output, so that a newcomer understands what happens and where. */
final class Narrator {
  private final PrintStream out;
  private final Instant began = Instant.now();
  private int chapter;

  Narrator(PrintStream out) {
    this.out = out;
  }

  void title(String text) {
    out.printf("%n%s%n%s%n", text, "=".repeat(text.length()));
  }

  /** The next step of the story. */
  void chapter(String text) {
    chapter++;
    out.printf("%n%d. %s%n", chapter, text);
  }

  void say(String format, Object... values) {
    out.printf(format.indent(3).stripTrailing() + "%n", values);
  }

  /** What happened, with the seconds since the beginning. */
  void at(String text) {
    out.printf("   %3d s  %s%n", Duration.between(began, Instant.now()).toSeconds(), text);
  }

  /** Shows a command of ours and runs it, just as if it were typed. */
  void run(String address, String... command) {
    out.printf("%n   $ ./rds-restore %s%n", String.join(" ", command));
    CommandLine line = RdsRestore.commandLine();
    String[] full = new String[command.length + 2];
    System.arraycopy(command, 0, full, 0, command.length);
    full[command.length] = "--address";
    full[command.length + 1] = address;
    java.io.StringWriter text = new java.io.StringWriter();
    line.setOut(new java.io.PrintWriter(text));
    line.setErr(new java.io.PrintWriter(text));
    line.execute(full);
    out.print(text.toString().indent(3));
    out.println();
  }
}
