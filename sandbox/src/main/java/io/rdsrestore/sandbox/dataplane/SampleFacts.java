package io.rdsrestore.sandbox.dataplane;

import java.time.Instant;
import java.util.List;

/**
 * What the sample primary holds.
 *
 * @param engineVersion as RDS says it: 5.5, 5.6 or 5.7
 * @param historyBegin the second of the first transaction, and so of the recovery window
 * @param historyEnd the second of the last transaction
 * @param backups the backup sets, oldest first
 */
public record SampleFacts(
    String engineVersion, Instant historyBegin, Instant historyEnd, List<BackupPoint> backups) {

  /** A backup set: all that was committed by the end of {@code consistentAt}. */
  public record BackupPoint(String backupId, Instant consistentAt, long sizeBytes) {}
}
