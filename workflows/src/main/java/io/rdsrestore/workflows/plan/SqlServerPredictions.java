package io.rdsrestore.workflows.plan;

import java.util.List;

/**
 * For each condition of DTS for SQL Server: which row of the plan predicts it. The codes of its
 * precheck items are not public, so the names are those of our catalogue.
 */
final class SqlServerPredictions {
  private static final String INCREMENTAL =
      "only incremental migration needs it, which is not used";

  static final List<PrecheckPrediction> ALL =
      List.of(
          by("SQLSERVER_DATABASES", null, SqlServerLimits.DATABASES),
          by("SQLSERVER_TABLES", null, "names.renamed"),
          by(
              "SQLSERVER_SAME_TABLE_NAMES",
              "chosen tables are of one schema, so it should not come up",
              SqlServerLimits.SCHEMA),
          by(
              "SQLSERVER_ACCOUNT",
              "the clone has the rights of the restore point, of which those of today are a guess",
              "account.rights"),
          by("CHECK_AUTH_SRC", "the same of the clone's rights", "account.rights"),
          by("CHECK_AUTH_DEST", null, "account.rights"),
          by(
              "CHECK_SAME_OBJ",
              "somebody may make one between the plan and the copy",
              TargetConflict.ID),
          by("SQLSERVER_TYPES", null, SqlServerCheckIds.TYPES),
          by(
              "SQLSERVER_FOREIGN_KEYS",
              null,
              SqlServerLimits.FOREIGN_KEYS,
              SqlCheckIds.FOREIGN_KEYS),
          none("SQLSERVER_NO_DDL", "who changes a table while it is copied is not known before"),
          none("SQLSERVER_NO_WRITES", "nobody but DTS and the worker knows the clone"),
          by("SQLSERVER_LOG", INCREMENTAL, SqlServerCheckIds.RECOVERY_MODEL),
          by("SQLSERVER_TDE", INCREMENTAL, SqlServerCheckIds.ENCRYPTION),
          none("SQLSERVER_CDC", INCREMENTAL),
          none("SQLSERVER_LOAD", "the keys of its load in RDS are not public"));

  private SqlServerPredictions() {}

  private static PrecheckPrediction by(String item, String leftOpen, String... checks) {
    return new PrecheckPrediction(item, List.of(checks), leftOpen);
  }

  private static PrecheckPrediction none(String item, String why) {
    return new PrecheckPrediction(item, List.of(), why);
  }
}
