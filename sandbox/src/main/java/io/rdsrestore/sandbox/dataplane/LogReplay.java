package io.rdsrestore.sandbox.dataplane;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Brings a copy forward by the source's binary log, by replication that stops at a position: the
 * server's own way, which knows every statement and type.
 */
final class LogReplay {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(20);

  private LogReplay() {}

  /**
   * The end of what {@code source} had committed by the end of {@code lastSecond}.
   *
   * @param from a position at or before it
   */
  static BinlogPosition endOf(DatabaseServer source, BinlogPosition from, Instant lastSecond)
      throws SQLException, IOException {
    List<String> complete;
    try (Connection connection = source.connect()) {
      // Closes the current file, so that no file is read while it is written.
      Query.run(connection, "FLUSH BINARY LOGS");
      List<String> files = Query.texts(connection, "SHOW BINARY LOGS");
      complete = files.subList(files.indexOf(from.file()), files.size() - 1);
    }
    return BinlogCut.find(source.dataDir(), complete, from, lastSecond);
  }

  /** Replays on {@code target} what {@code source} has logged between two positions. */
  static void run(
      DatabaseServer source,
      DatabaseServer target,
      BinlogPosition from,
      BinlogPosition until,
      ServerKind kind)
      throws SQLException {
    try (Connection connection = target.connect()) {
      Query.run(
          connection,
          "CHANGE MASTER TO MASTER_HOST='127.0.0.1', MASTER_PORT="
              + source.port()
              + ", MASTER_USER="
              + Sql.text(source.owner().user())
              + ", MASTER_PASSWORD="
              + Sql.text(source.owner().password())
              + ", "
              + position("MASTER", from)
              + kind.changeMasterOptions(),
          "START SLAVE UNTIL " + position("MASTER", until));
      awaitStop(connection, until);
      // From here on it stands alone.
      Query.run(connection, "STOP SLAVE");
      Query.run(connection, kind.forgetMaster().toArray(String[]::new));
    }
  }

  private static String position(String prefix, BinlogPosition position) {
    return prefix
        + "_LOG_FILE="
        + Sql.text(position.file())
        + ", "
        + prefix
        + "_LOG_POS="
        + position.offset();
  }

  private static void awaitStop(Connection connection, BinlogPosition until) throws SQLException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (Instant.now().isBefore(deadline)) {
      Progress progress = progress(connection);
      if (progress.hasReached(until)) {
        return;
      }
      if (progress.errorNumber() != 0) {
        throw new DataPlaneException("Replay failed with error " + progress.errorNumber() + ".");
      }
      DatabaseServer.pause(LOOK_EVERY);
    }
    throw new DataPlaneException("Replay did not end within " + LIMIT + ".");
  }

  private static Progress progress(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        var row = statement.executeQuery("SHOW SLAVE STATUS")) {
      row.next();
      int error = row.getInt("Last_SQL_Errno");
      return new Progress(
          "No".equals(row.getString("Slave_SQL_Running")),
          new BinlogPosition(
              row.getString("Relay_Master_Log_File"), row.getLong("Exec_Master_Log_Pos")),
          error != 0 ? error : row.getInt("Last_IO_Errno"));
    }
  }

  private record Progress(boolean stopped, BinlogPosition executed, int errorNumber) {
    boolean hasReached(BinlogPosition until) {
      return stopped && executed.equals(until);
    }
  }
}
