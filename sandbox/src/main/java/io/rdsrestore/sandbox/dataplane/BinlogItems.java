package io.rdsrestore.sandbox.dataplane;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What incremental migration needs of the source: its binary log, its server id. */
final class BinlogItems implements PrecheckFamily {
  private final Endpoints endpoints;

  BinlogItems(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  @Override
  public List<PrecheckItem> run() throws SQLException {
    try (Connection source = endpoints.openSourceDefinitions();
        Connection target = endpoints.openTargetDefinitions()) {
      boolean hasLogs = variable(source, "log_bin").equals("1");
      return List.of(
          PrecheckItem.of(
              PrecheckNames.BINLOG_ON, hasLogs ? "" : "The source writes no binary log."),
          expected(source, PrecheckNames.BINLOG_MODE, "binlog_format", "ROW"),
          PrecheckItem.of(
              PrecheckNames.BINLOG_EXISTS,
              hasLogs && !Query.texts(source, "SHOW BINARY LOGS").isEmpty()
                  ? ""
                  : "The source has no binary logs."),
          rowImage(source),
          serverId(source),
          topology(source, target));
    }
  }

  private static PrecheckItem expected(
      Connection source, String item, String variable, String expected) throws SQLException {
    String value = variable(source, variable);
    return PrecheckItem.of(
        item, value.equals(expected) ? "" : variable + " is " + value + ", not " + expected + ".");
  }

  /** Before 5.6 there is no such setting, and every image is full. */
  private static PrecheckItem rowImage(Connection source) throws SQLException {
    return Query.texts(source, "SHOW GLOBAL VARIABLES LIKE 'binlog_row_image'").isEmpty()
        ? PrecheckItem.of(PrecheckNames.BINLOG_ROW_IMAGE, "")
        : expected(source, PrecheckNames.BINLOG_ROW_IMAGE, "binlog_row_image", "FULL");
  }

  private static PrecheckItem serverId(Connection source) throws SQLException {
    long id = Long.parseLong(variable(source, "server_id"));
    return PrecheckItem.of(
        PrecheckNames.SERVER_ID, id > 1 ? "" : "server_id is " + id + ", it must be above 1.");
  }

  private static PrecheckItem topology(Connection source, Connection target) throws SQLException {
    return PrecheckItem.of(
        PrecheckNames.TOPOLOGY,
        variable(source, "server_id").equals(variable(target, "server_id"))
            ? "The source and the destination have the same server_id."
            : "");
  }

  private static String variable(Connection server, String name) throws SQLException {
    return Query.text(server, "SELECT @@GLOBAL." + name);
  }
}
