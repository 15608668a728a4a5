package io.rdsrestore.demo.bench;

import io.rdsrestore.worker.RdsRestore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Our own commands, as {@code ./rds-restore} runs them.
 *
 * @param exit code
 * @param out what they answered
 * @param err what they said meanwhile
 */
record CommandRun(int exit, String out, String err) {

  static CommandRun verify(BenchServers servers, BenchTable table, String... more) {
    return run(
        servers,
        List.of(
            "verify",
            "--source",
            servers.source().address() + "/" + table.database(),
            "--target",
            servers.target().address() + "/" + table.database(),
            "--target-user",
            servers.target().login().user(),
            "--target-password-ref",
            "file:" + servers.target().passwordFile()),
        more);
  }

  /** Both servers of a sandbox have the same owner. */
  static CommandRun diff(
      BenchServers servers, BenchTable restored, BenchTable current, String... more) {
    return run(
        servers,
        List.of(
            "diff",
            "--restored",
            servers.source().address() + "/" + restored.database(),
            "--current",
            servers.target().address() + "/" + current.database()),
        more);
  }

  private static CommandRun run(BenchServers servers, List<String> command, String... more) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> login =
        List.of(
            "--user",
            servers.source().login().user(),
            "--password-ref",
            "file:" + servers.source().passwordFile());
    int exit =
        RdsRestore.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(
                Stream.of(command, login, List.of(more))
                    .flatMap(List::stream)
                    .toArray(String[]::new));
    return new CommandRun(exit, out.toString(), err.toString());
  }
}
