package io.rdsrestore.workflows.plan;

/** What tells which instants of an instance can be restored. */
public enum WindowSource {
  /** RDS says it (DescribeLocalAvailableRecoveryTime). */
  RECOVERY_TIME,
  /** It follows from backup policy, backup sets and log backups, since RDS does not say it. */
  BACKUPS
}
