package io.rdsrestore.workflows.plan;

/** Rows of a plan for SQL Server that SQL on the primary answers, beside those of all engines. */
final class SqlServerCheckIds {
  static final String TYPES = "sql.types";
  static final String ENCRYPTION = "sql.encryption";
  static final String RECOVERY_MODEL = "sql.recoveryModel";

  private SqlServerCheckIds() {}
}
