package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a server while somebody works with it. */
final class Accident {
  private static final Logger log = LoggerFactory.getLogger(Accident.class);

  private final DatabaseServer server;

  Accident(DatabaseServer server) {
    this.server = server;
  }

  /** Kills the server, and starts it again after a while; returns when it is dead. */
  void crash(Duration down) {
    server.crash();
    later(down, this::restart);
  }

  private void restart() {
    try {
      server.restart();
    } catch (IOException e) {
      log.error("a server that was to come back does not", e);
    }
  }

  /** Holds the one lock that all writers need; returns when it is held. */
  void lock(Duration time) {
    try {
      Connection holder = server.connect();
      Query.run(holder, "FLUSH TABLES WITH READ LOCK");
      later(time, () -> release(holder));
    } catch (SQLException e) {
      throw new DataPlaneException("The lock could not be had: " + e.getMessage(), e);
    }
  }

  private static void release(Connection holder) {
    try {
      holder.close();
    } catch (SQLException e) {
      log.warn("the lock ended with its server", e);
    }
  }

  private static void later(Duration wait, Runnable task) {
    Executor after = CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS);
    after.execute(task);
  }
}
