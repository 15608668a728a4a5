package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Duration;
import java.time.Instant;

/**
 * Where the restored data comes from.
 *
 * @param asOf when that was looked up
 * @param restorePoint the instant that the data is of; null if it is not known
 * @param backupId the backup set asked for, or else the newest usable one at or before the instant;
 *     null if there is none
 * @param backupAt the instant that its data is of
 */
public record PlanSource(Instant asOf, Instant restorePoint, String backupId, Instant backupAt) {

  /** How long ago the restore point is; null if it is not known. */
  @JsonIgnore
  public Duration age() {
    return restorePoint == null ? null : Duration.between(restorePoint, asOf);
  }
}
