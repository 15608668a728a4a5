package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.settings.BackupSpec;
import java.time.Instant;

/**
 * A backup that somebody has asked for (CreateBackup).
 *
 * @param jobId BackupJobId
 * @param set what it becomes; consistent as of its end, as a physical backup is
 */
record MadeBackup(String jobId, BackupSpec set) {

  boolean isDone(Instant now) {
    return !now.isBefore(set.consistentAt());
  }
}
