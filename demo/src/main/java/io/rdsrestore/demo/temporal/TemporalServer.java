package io.rdsrestore.demo.temporal;

import java.util.Optional;

/** A Temporal server that lives as long as the demo. */
public interface TemporalServer extends AutoCloseable {

  /** Starts what this machine has: a dev server if there is a {@code temporal} binary. */
  static TemporalServer start() {
    return TemporalBinary.find()
        .<TemporalServer>map(DevServer::start)
        .orElseGet(EmbeddedServer::start);
  }

  /** {@code dev-server} or {@code embedded}. */
  String kind();

  /** Its gRPC address. */
  String address();

  /** Its Web UI, where it has one. */
  Optional<String> webUi();

  /** Whether workflows can be listed, and search attributes be asked for. */
  boolean canList();

  @Override
  void close();
}
