package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code verify} and {@code diff} of SQL Server, as far as no server of it is needed. */
class SqlServerCommandsTest {
  private static final String RDS = "rm-x.sqlserver.rds.aliyuncs.com:1433/";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--user", "checker", "--password-ref", "env:HOME"));
    return RdsRestore.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(String[]::new));
  }

  /** A port that nobody listens at. */
  private static int closed() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void diffIsRefusedWithTheSqlThatDoesIt() {
    assertThat(run("diff", "--restored", RDS + "a", "--current", RDS + "b"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("diff is not for SQL Server")
        .contains(
            "SELECT * FROM [restored].[dbo].[TABLE] EXCEPT SELECT * FROM [current].[dbo].[TABLE];");
  }

  @Test
  void verifyTakesTheDriverOfSqlServerWhereItIsToldTo() throws IOException {
    String server = "127.0.0.1:%d/".formatted(closed());

    assertThat(
            run(
                "verify",
                "--engine",
                "SQL_SERVER",
                "--source",
                server + "a",
                "--target",
                server + "b"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(err.toString())
        .contains("The worker does not get into " + server.replace("/", ""))
        .contains("The TCP/IP connection to the host 127.0.0.1");
  }

  @Test
  void whatItCannotDoIsWrongUsage() {
    assertThat(run("verify", "--source", RDS + "a", "--target", RDS + "b", "--show-keys"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--show-keys").contains("not for SQL Server");
  }
}
