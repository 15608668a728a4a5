package io.rdsrestore.workflows.request;

import java.time.Instant;

/**
 * Exactly one of the two is set.
 *
 * @param time includes every commit of that second (RDS: RestoreTime)
 * @param backupId a backup set of the primary (RDS: BackupId)
 */
public record RestorePoint(Instant time, String backupId) {

  public static RestorePoint at(Instant time) {
    return new RestorePoint(time, null);
  }

  public static RestorePoint backup(String backupId) {
    return new RestorePoint(null, backupId);
  }

  /** For people: the instant, or the backup set. */
  public String describe() {
    return time != null ? time.toString() : "backup set " + backupId;
  }
}
