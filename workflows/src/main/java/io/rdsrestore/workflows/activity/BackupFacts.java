package io.rdsrestore.workflows.activity;

import java.time.Instant;

/**
 * A backup set (DescribeBackups).
 *
 * @param backupId BackupId
 * @param status BackupStatus
 * @param type BackupType
 * @param available IsAvail = 1
 * @param endTime BackupEndTime
 * @param consistentAt ConsistentTime; null if RDS gives none
 * @param sizeBytes BackupSize
 */
public record BackupFacts(
    String backupId,
    String status,
    String type,
    boolean available,
    Instant endTime,
    Instant consistentAt,
    long sizeBytes) {

  /** The instant that its data is of, as far as RDS tells. */
  public Instant instant() {
    return consistentAt != null ? consistentAt : endTime;
  }

  /** Whether a clone can be made from it: a finished full set that is available. */
  public boolean usable() {
    return "Success".equals(status) && "FullBackup".equals(type) && available;
  }
}
