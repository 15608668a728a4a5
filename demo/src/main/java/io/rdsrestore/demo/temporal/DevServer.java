package io.rdsrestore.demo.temporal;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.workflows.RestoreContract;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** {@code temporal server start-dev}: a real server with its Web UI, all in memory. */
public final class DevServer implements TemporalServer {
  private static final Duration START = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 3;

  private final Process process;
  private final int port;
  private final int uiPort;

  private DevServer(Process process, int port, int uiPort) {
    this.process = process;
    this.port = port;
    this.uiPort = uiPort;
  }

  /** Starts one on free ports, with our search attributes. Blocks until it answers. */
  public static DevServer start(Path binary) {
    return start(binary, List.of());
  }

  /** As {@link #start(Path)}, with more arguments for {@code start-dev}. */
  public static DevServer start(Path binary, List<String> more) {
    for (int attempt = 1; ; attempt++) {
      DevServer server = launch(binary, more);
      try {
        server.awaitAnswer();
        return server;
      } catch (StatusRuntimeException e) {
        // A port that was free is taken by somebody else a moment later: then it has ended.
        boolean ended = !server.process.isAlive();
        server.close();
        if (!ended || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private static DevServer launch(Path binary, List<String> more) {
    int port = FreePort.find();
    int uiPort = FreePort.find();
    List<String> command =
        new ArrayList<>(
            List.of(
                binary.toString(),
                "server",
                "start-dev",
                "--ip",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--ui-port",
                Integer.toString(uiPort),
                "--log-level",
                "error"));
    RestoreContract.SEARCH_ATTRIBUTES.forEach(
        key -> command.addAll(List.of("--search-attribute", key.getName() + "=Keyword")));
    command.addAll(more);
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "temporal-stop"));
      return new DevServer(process, port, uiPort);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + binary, e);
    }
  }

  private void awaitAnswer() {
    Instant end = Instant.now().plus(START);
    while (true) {
      try {
        connect();
        return;
      } catch (StatusRuntimeException e) {
        // The SDK has given up by itself, before the time that it was given.
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          throw e;
        }
      }
    }
  }

  private void connect() {
    WorkflowServiceStubs stubs = Clients.stubs(this);
    try {
      stubs.connect(START);
    } finally {
      stubs.shutdownNow();
    }
  }

  @Override
  public String kind() {
    return "dev-server";
  }

  @Override
  public String address() {
    return "127.0.0.1:" + port;
  }

  @Override
  public Optional<String> webUi() {
    return Optional.of("http://127.0.0.1:" + uiPort);
  }

  @Override
  public boolean canList() {
    return true;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
