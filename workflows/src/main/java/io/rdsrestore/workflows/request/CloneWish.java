package io.rdsrestore.workflows.request;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the clone is bought as, where it should differ from the primary.
 *
 * @param instanceClass RDS: DBInstanceClass
 * @param storageType RDS: DBInstanceStorageType
 * @param zone RDS: ZoneId
 * @param vSwitch RDS: VSwitchId; must be in that zone
 */
public record CloneWish(
    @JsonProperty("class") String instanceClass, String storageType, String zone, String vSwitch) {

  public static CloneWish asPrimary() {
    return new CloneWish(null, null, null, null);
  }
}
