package io.rdsrestore.workflows.plan;

import java.util.List;

/**
 * For each precheck item that DTS can raise from MySQL to MySQL: which row of the plan predicts it.
 */
public final class PrecheckPredictions {
  private static final String INCREMENTAL =
      "only incremental migration needs it, which is not used; the parameters of the clone are not"
          + " known before it is there";

  private static final List<PrecheckPrediction> ALL =
      List.of(
          by(
              "CHECK_CONN_DEST",
              "the network between DTS and the primary is only tried by DTS",
              "whitelist",
              "account",
              "instance.state"),
          none(
              "CHECK_CONN_SRC",
              "the clone is not there yet; its whitelist and managed account are made before DTS comes,"
                  + " and no API tells an existing account's password of the restore point"),
          by(
              "CHECK_AUTH_SRC",
              "the clone has the rights of the restore point, of which those of today are a guess",
              "account.rights"),
          by("CHECK_AUTH_DEST", null, "account.rights", "sql.rights"),
          by("CHECK_ENGINE", null, "sql.engines"),
          by("CHECK_SRC", null, "engine"),
          by("CHECK_SAME_OBJ", null, "names.conflict"),
          none("CHECK_SAME_USER", "accounts are not migrated, so it should not come up"),
          none("CHECK_BINLOG_ON", INCREMENTAL),
          none("CHECK_BINLOG_MODE", INCREMENTAL),
          none("CHECK_BINLOG_EXIST", INCREMENTAL),
          none("CHECK_BINLOG_ROW_IMAGE", INCREMENTAL),
          none("CHECK_SERVER_ID", INCREMENTAL),
          none(
              "CHECK_MYSQL_PASSOWRD_FORMAT",
              "the format of a password is in no API, and only privileged SQL shows it; managed"
                  + " accounts get today's"),
          by(
              "CHECK_SQL_MODE",
              "of the primary; that of the clone is not known before it is there",
              "sql.mode"),
          none("CHECK_TOPOLOGY", "it belongs to synchronization, which is not used"),
          by("CHECK_DEST_TABLE_EMPTY", null, "sql.targetRows"),
          none(
              "CHECK_SUPER_AUTH_DEST",
              "which jobs need a privileged account is not documented; the row account.rights says"
                  + " whether it is one"),
          by(
              "CHECK_MASTER_DB_STATUS",
              "what it looks at is not documented",
              "instance.state",
              "instance.lock"),
          by("CHECK_SCHEMA_EXIST", null, "names", "charset"),
          by("CHECK_FOREIGN_KEY", null, "sql.foreignKeys"));

  private PrecheckPredictions() {}

  /** One an item. */
  public static List<PrecheckPrediction> all() {
    return ALL;
  }

  private static PrecheckPrediction by(String item, String leftOpen, String... checks) {
    return new PrecheckPrediction(item, List.of(checks), leftOpen);
  }

  private static PrecheckPrediction none(String item, String why) {
    return new PrecheckPrediction(item, List.of(), why);
  }
}
