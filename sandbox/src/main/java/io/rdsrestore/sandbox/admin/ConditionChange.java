package io.rdsrestore.sandbox.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.rdsrestore.sandbox.rds.InstanceCondition;
import java.util.Map;

/**
 * What a person wants an instance to go through; what is left out stays as it is.
 *
 * @param diskUsedBytes 0 or more
 * @param lockMode a value of {@code LockMode}, for example {@code LockByDiskQuota}
 * @param lockReason in a sentence; only with a lock mode
 * @param replicaDelaySeconds by the id of the replica
 * @param cpuPercent 0 to 100
 * @param ssl whether RDS says that it has SSL
 * @param readWriteSplitting whether it has an address that spreads reads, too
 */
record ConditionChange(
    @JsonProperty("diskUsedBytes") Long diskUsedBytes,
    @JsonProperty("lockMode") String lockMode,
    @JsonProperty("lockReason") String lockReason,
    @JsonProperty("replicaDelaySeconds") Map<String, Integer> replicaDelaySeconds,
    @JsonProperty("cpuPercent") Double cpuPercent,
    @JsonProperty("ssl") Boolean ssl,
    @JsonProperty("readWriteSplitting") Boolean readWriteSplitting) {

  ConditionChange {
    if (lockReason != null && lockMode == null) {
      throw new IllegalArgumentException("lockReason needs a lockMode");
    }
    replicaDelaySeconds = replicaDelaySeconds == null ? Map.of() : Map.copyOf(replicaDelaySeconds);
  }

  /**
   * Applies the change, in the order of the fields.
   *
   * @throws IllegalArgumentException naming the first value that is not allowed
   */
  void apply(InstanceCondition condition) {
    if (diskUsedBytes != null) {
      condition.setDiskUsedBytes(diskUsedBytes);
    }
    if (lockMode != null) {
      condition.setLock(lockMode, lockReason == null ? "" : lockReason);
    }
    replicaDelaySeconds.forEach(condition::setReplicaDelaySeconds);
    if (cpuPercent != null) {
      condition.setCpuPercent(cpuPercent);
    }
    if (ssl != null) {
      condition.setSsl(ssl);
    }
    if (readWriteSplitting != null) {
      condition.setReadWriteSplitting(readWriteSplitting);
    }
  }
}
