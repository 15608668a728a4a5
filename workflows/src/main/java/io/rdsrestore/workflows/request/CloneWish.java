package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;

/**
 * What the clone is bought as, where it should differ from the primary, and how long it stays.
 *
 * @param instanceClass RDS: DBInstanceClass
 * @param storageType RDS: DBInstanceStorageType
 * @param zone RDS: ZoneId
 * @param vSwitch RDS: VSwitchId; must be in that zone
 * @param keepFor how long it outlives its restore, up to {@link #LONGEST_KEEP}; null: not at all
 */
public record CloneWish(
    @JsonProperty("class") String instanceClass,
    String storageType,
    String zone,
    String vSwitch,
    Duration keepFor) {
  /** The longest that a clone is kept by one word; it can be said again. */
  public static final Duration LONGEST_KEEP = Duration.ofDays(30);

  public static CloneWish asPrimary() {
    return new CloneWish(null, null, null, null, null);
  }
}
