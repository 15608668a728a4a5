package io.rdsrestore.sandbox.settings;

import java.time.Instant;

/**
 * A backup set, in the words of DescribeBackups.
 *
 * @param consistentAt the second whose commits it still holds
 * @param status {@code Success} or {@code Failed}
 * @param available {@code IsAvail}
 */
public record BackupSpec(
    String backupId, Instant consistentAt, long sizeBytes, String status, boolean available) {

  /** A backup set that can be restored. */
  public static BackupSpec usable(String backupId, Instant consistentAt) {
    return new BackupSpec(backupId, consistentAt, 512L << 20, "Success", true);
  }

  /** Whether a clone can be made of it. */
  public boolean isUsable() {
    return available && status.equals("Success");
  }
}
