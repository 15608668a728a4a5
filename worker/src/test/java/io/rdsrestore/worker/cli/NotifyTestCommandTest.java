package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code notify-test}: what each receiver answered. */
class NotifyTestCommandTest {
  @TempDir private Path folder;

  @Test
  void eachChannelIsTriedOnceAndItsAnswerTold() throws IOException {
    List<String> paths = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          paths.add(exchange.getRequestURI().getPath());
          exchange.getRequestBody().readAllBytes();
          boolean good = exchange.getRequestURI().getPath().equals("/good");
          exchange.sendResponseHeaders(good ? 204 : 403, -1);
          exchange.close();
        });
    server.start();
    try {
      String base = "http://127.0.0.1:" + server.getAddress().getPort();
      Path good = Files.writeString(folder.resolve("good"), base + "/good\n");
      Path bad = Files.writeString(folder.resolve("bad"), base + "/canary-token\n");
      Path file =
          Files.writeString(
              folder.resolve("notify.json"),
              """
              {"channels": {
                 "ops": {"kind": "webhook", "url": "file:%s", "secret": "file:%s"},
                 "boss": {"kind": "slack", "url": "file:%s"}},
               "routes": {"waiting": ["ops"]}, "escalation": {"after": "PT1H", "to": ["ops", "boss"]}}
              """
                  .formatted(good, good, bad));
      StringWriter out = new StringWriter();
      CommandLine line = RdsRestore.commandLine().setOut(new PrintWriter(out));

      int exit = line.execute("notify-test", "--notify", file.toString());

      assertThat(exit).isEqualTo(ExitCode.FAILED);
      assertThat(out.toString().lines())
          .containsExactly("ops (webhook): taken", "boss (slack): FAILED, it answered HTTP 403");
      assertThat(paths).containsExactlyInAnyOrder("/good", "/canary-token");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void withoutAFileThereIsNobodyToTell() {
    StringWriter err = new StringWriter();
    CommandLine line = RdsRestore.commandLine().setErr(new PrintWriter(err));
    assertThat(line.execute("notify-test")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--notify FILE or RDS_RESTORE_NOTIFY");
  }
}
