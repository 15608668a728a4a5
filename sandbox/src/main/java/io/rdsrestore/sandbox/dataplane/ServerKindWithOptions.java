package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A kind of server whose servers run with more options.
 *
 * @param options as on the server's command line, each beginning with {@code --}; they come last,
 *     and the last one counts
 */
record ServerKindWithOptions(ServerKind kind, List<String> options) implements ServerKind {
  ServerKindWithOptions {
    options = List.copyOf(options);
  }

  @Override
  public String engineVersion() {
    return kind.engineVersion();
  }

  /** Without the options: what they ask for may need what an empty directory has not. */
  @Override
  public void initialise(Path dataDir, Credentials owner) throws IOException {
    kind.initialise(dataDir, owner);
  }

  @Override
  public List<String> command(Path dataDir, int port, int serverId) {
    return Stream.concat(kind.command(dataDir, port, serverId).stream(), options.stream()).toList();
  }

  @Override
  public String changeMasterOptions() {
    return kind.changeMasterOptions();
  }

  @Override
  public List<String> forgetMaster() {
    return kind.forgetMaster();
  }
}
