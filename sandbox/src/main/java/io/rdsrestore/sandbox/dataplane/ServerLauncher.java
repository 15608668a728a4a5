package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts servers of one kind, each under an id of its own, and knows those that run. */
final class ServerLauncher {
  private final ServerKind kind;
  private final Credentials owner;
  private final AtomicInteger serverIds = new AtomicInteger(100);
  private final Set<DatabaseServer> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  ServerLauncher(ServerKind kind, Credentials owner) {
    this.kind = kind;
    this.owner = owner;
  }

  ServerKind kind() {
    return kind;
  }

  /** Makes an empty data directory. */
  void initialise(Path dataDir) throws IOException {
    kind.initialise(dataDir, owner);
  }

  /** Starts a server on {@code dataDir} and waits until it answers. */
  DatabaseServer start(Path dataDir) throws IOException {
    return DatabaseServer.start(kind, dataDir, serverIds.incrementAndGet(), owner, this::remember);
  }

  private void remember(DatabaseServer server) {
    running.removeIf(other -> !other.isAlive());
    running.add(server);
    if (closed) {
      server.kill();
    }
  }

  /** Ends all servers, also those that are being started or come later. */
  void close() {
    closed = true;
    running.forEach(DatabaseServer::kill);
  }
}
