package io.rdsrestore.demo.killmatrix;

import io.rdsrestore.demo.temporal.DevServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A Temporal server that writes into a file, and goes on from it when it is started again. */
final class Restartable implements AutoCloseable {
  private final Path binary;
  private Path file;
  private DevServer server;

  Restartable(Path binary) {
    this.binary = binary;
  }

  /** Its address. */
  String start() {
    try {
      file = Files.createTempDirectory("kill-matrix").resolve("temporal.db");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return startServer();
  }

  private String startServer() {
    server = DevServer.start(binary, List.of("--db-filename", file.toString()));
    return server.address();
  }

  /** Stops it and starts it again, at another address. */
  String restart(String before) {
    server.close();
    return startServer();
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
