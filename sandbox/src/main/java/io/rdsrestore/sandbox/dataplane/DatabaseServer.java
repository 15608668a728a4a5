package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A running database server on a data directory of its own. */
final class DatabaseServer {
  static final String HOST = "127.0.0.1";
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final int START_ATTEMPTS = 3;

  /**
   * The server's parent is this shell: it ends the server once the JVM closes the pipe, which
   * happens even if the JVM is killed.
   */
  private static final String LEASH =
      """
      exec 3<&0
      "$@" 3<&- </dev/null &
      server=$!
      trap 'kill -TERM $server 2>/dev/null' TERM
      { cat <&3 >/dev/null; kill -KILL $server 2>/dev/null; } &
      watch=$!
      exec 3<&-
      wait $server
      wait $server 2>/dev/null
      kill $watch 2>/dev/null
      exit 0
      """;

  private final Path dataDir;
  private final int port;
  private final List<String> command;
  private final Credentials owner;
  private volatile Process process;
  private boolean ended;

  private DatabaseServer(Path dataDir, int port, List<String> command, Credentials owner)
      throws IOException {
    this.dataDir = dataDir;
    this.port = port;
    this.command = List.copyOf(command);
    this.owner = owner;
    process = spawn();
  }

  /**
   * Starts a server on {@code dataDir} and waits until it answers.
   *
   * @param onSpawn told of the process as soon as there is one
   */
  static DatabaseServer start(
      ServerKind kind,
      Path dataDir,
      int serverId,
      Credentials owner,
      Consumer<DatabaseServer> onSpawn)
      throws IOException {
    IOException failure = new IOException("not started");
    for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
      try {
        return startOnce(kind, dataDir, serverId, owner, onSpawn);
      } catch (PortTakenException e) {
        failure = e;
      }
    }
    throw failure;
  }

  private static DatabaseServer startOnce(
      ServerKind kind,
      Path dataDir,
      int serverId,
      Credentials owner,
      Consumer<DatabaseServer> onSpawn)
      throws IOException {
    int port = freePort();
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", LEASH, "sh"));
    command.addAll(kind.command(dataDir, port, serverId));
    DatabaseServer server = new DatabaseServer(dataDir, port, command, owner);
    onSpawn.accept(server);
    boolean ready = false;
    try {
      server.awaitAnswer();
      ready = true;
    } finally {
      if (!ready) {
        server.kill();
      }
    }
    return server;
  }

  private Process spawn() throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
        .start();
  }

  private Path log() {
    return dataDir.resolveSibling("server.log");
  }

  private void awaitAnswer() throws IOException {
    Path log = log();
    Instant deadline = Instant.now().plus(START_LIMIT);
    while (Instant.now().isBefore(deadline)) {
      if (!process.isAlive()) {
        throw new PortTakenException(
            "the database server ended at its start: " + ServerLog.why(log));
      }
      try (Connection connection = connect()) {
        if (servesDataDir(connection)) {
          return;
        }
        throw new PortTakenException("another server answers on port " + port);
      } catch (SQLException e) {
        pause(Duration.ofMillis(30)); // not listening yet
      }
    }
    throw new IOException("the database server does not answer: " + ServerLog.why(log));
  }

  /** Whether the answer comes from this server: the port could have been taken by another. */
  private boolean servesDataDir(Connection connection) throws SQLException {
    String served = Query.text(connection, "SELECT @@datadir");
    return Path.of(served).normalize().equals(dataDir.toAbsolutePath().normalize());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, address())) {
      return socket.getLocalPort();
    }
  }

  /** {@link #HOST}, without asking a resolver. */
  static InetAddress address() throws UnknownHostException {
    return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
  }

  boolean isAlive() {
    return process.isAlive();
  }

  Path dataDir() {
    return dataDir;
  }

  int port() {
    return port;
  }

  Credentials owner() {
    return owner;
  }

  /** A connection that may do everything, outside the gate. */
  Connection connect() throws SQLException {
    return Connections.open(HOST, port, owner);
  }

  /** Where the next event of the binary log will be. */
  BinlogPosition binlogEnd() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW MASTER STATUS")) {
      row.next();
      return new BinlogPosition(row.getString(1), row.getLong(2));
    }
  }

  /** Stops cleanly, so that the data directory can be copied. */
  void stop() throws IOException {
    // Not process.destroy(): it closes the pipe too, and the leash would kill the server.
    process.toHandle().destroy();
    try {
      if (process.waitFor(60, TimeUnit.SECONDS)) {
        process.getOutputStream().close();
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
    throw new IOException("the database server did not stop");
  }

  /** Ends the server at once and for good; its files are of no use afterwards. */
  void kill() {
    synchronized (this) {
      ended = true;
    }
    killProcess();
  }

  /** Ends the server at once, as a crash does: it can be started again. */
  void crash() {
    killProcess();
  }

  /** Starts a server that has crashed on its old port, and waits until it answers. */
  void restart() throws IOException {
    synchronized (this) {
      if (ended) {
        return;
      }
      process = spawn();
    }
    awaitAnswer();
  }

  private void killProcess() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    all.forEach(handle -> handle.onExit().join());
    process.onExit().join();
  }

  static void pause(Duration duration) {
    try {
      Thread.sleep(duration.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DataPlaneException("Interrupted while waiting for a database server.", e);
    }
  }

  /** The server ended at its start, as it does when something else has got the port meanwhile. */
  private static final class PortTakenException extends IOException {
    private static final long serialVersionUID = 1L;

    PortTakenException(String message) {
      super(message);
    }
  }
}
