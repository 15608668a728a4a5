package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * An RDS instance: its server, the gate before it and its backup sets.
 *
 * @param home the directory that holds all files of the instance
 */
record Instance(Path home, DatabaseServer server, WhitelistGate gate, List<BaseCopy> backups) {

  static Instance open(String id, Path home, DatabaseServer server, List<BaseCopy> backups)
      throws IOException {
    return new Instance(home, server, WhitelistGate.open(id, server.port()), List.copyOf(backups));
  }

  /** The backup set from which {@code time} is reached with the least replay. */
  Optional<BaseCopy> lastBackupUntil(Instant time) {
    return backups.stream()
        .filter(backup -> !backup.consistentAt().isAfter(time))
        .max(Comparator.comparing(BaseCopy::consistentAt));
  }

  void discard() {
    gate.close();
    server.kill();
    try {
      FileTrees.delete(home);
    } catch (IOException e) {
      throw new DataPlaneException("Files of an instance could not be deleted.", e);
    }
  }
}
