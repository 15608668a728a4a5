package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sample primary. Its server is stopped twice for a backup set: at the end of the first
 * second of its history and in the middle.
 */
final class SamplePrimary {
  private final ServerLauncher launcher;
  private final Path home;
  private final SampleHistory history;
  private final List<BaseCopy> backups = new ArrayList<>();

  SamplePrimary(ServerLauncher launcher, Path home, SampleHistory history) {
    this.launcher = launcher;
    this.home = home;
    this.history = history;
  }

  /** Starts the server and writes the history. The instance lets nobody in yet. */
  Instance make(String instanceId) throws IOException, SQLException {
    launcher.initialise(home.resolve("data"));
    SampleWriter writer = new SampleWriter(history);
    DatabaseServer server = start();
    boolean complete = false;
    try {
      try (Connection connection = server.connect()) {
        writer.createSchema(connection);
        writer.write(connection, 0, 0);
      }
      server = restartWithBackup(server, 0);
      try (Connection connection = server.connect()) {
        writer.write(connection, 1, SampleHistory.MIDDLE);
      }
      server = restartWithBackup(server, SampleHistory.MIDDLE);
      try (Connection connection = server.connect()) {
        writer.write(connection, SampleHistory.MIDDLE + 1, SampleHistory.SECONDS);
      }
      Instance instance = Instance.open(instanceId, home, server, backups);
      complete = true;
      return instance;
    } finally {
      if (!complete) {
        server.kill();
      }
    }
  }

  private DatabaseServer start() throws IOException {
    return launcher.start(home.resolve("data"));
  }

  private DatabaseServer restartWithBackup(DatabaseServer running, int second)
      throws IOException, SQLException {
    running.stop();
    Instant consistentAt = history.begin().plusSeconds(second);
    String backupId = Long.toString(consistentAt.getEpochSecond());
    Path copy = home.resolve("backup-" + backupId);
    long bytes = FileTrees.copy(running.dataDir(), copy, BaseCopy::isData);
    DatabaseServer restarted = start();
    backups.add(new BaseCopy(backupId, copy, consistentAt, restarted.binlogEnd(), bytes));
    return restarted;
  }
}
