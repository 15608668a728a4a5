package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.RdsRestore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** What a command has answered. */
record Answer(int code, String out, String err) {

  /** Runs the whole command line in this process. */
  static Answer to(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine =
        RdsRestore.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    int code = commandLine.execute(arguments);
    return new Answer(code, out.toString(), err.toString());
  }

  /** Likewise, with more arguments behind the first ones. */
  static Answer to(List<String> first, String... more) {
    return to(Stream.concat(first.stream(), Stream.of(more)).toArray(String[]::new));
  }
}
