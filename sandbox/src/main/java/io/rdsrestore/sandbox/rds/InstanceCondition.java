package io.rdsrestore.sandbox.rds;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an instance goes through: its disk, its lock, its load, its replicas' delay. Tests and
 * people set it, the describing actions show it. Safe for threads.
 */
public final class InstanceCondition {
  /** The values of {@code LockMode} of DescribeDBInstanceAttribute. */
  private static final List<String> LOCK_MODES =
      List.of(
          "Unlock",
          "ManualLock",
          "LockByExpiration",
          "LockByRestoration",
          "LockByDiskQuota",
          "LockReadInstanceByDiskQuota");

  private static final double USUAL_DISK_SHARE = 0.4;
  private static final double USUAL_CPU_PERCENT = 12;

  private final Map<String, Integer> replicaDelaySeconds = new TreeMap<>();
  private long diskUsedBytes;
  private String lockMode;
  private String lockReason = "";
  private double cpuPercent = USUAL_CPU_PERCENT;
  private boolean ssl;
  private boolean readWriteSplitting;

  InstanceCondition(long storageBytes, String lockMode, Collection<String> replicas) {
    diskUsedBytes = (long) (storageBytes * USUAL_DISK_SHARE);
    this.lockMode = lockMode;
    replicas.forEach(replica -> replicaDelaySeconds.put(replica, 0));
  }

  /** {@code DiskUsed} of DescribeResourceUsage. Data that is really there is never hidden by it. */
  public synchronized long diskUsedBytes() {
    return diskUsedBytes;
  }

  /** Sets {@link #diskUsedBytes}; 0 or more. */
  public synchronized void setDiskUsedBytes(long bytes) {
    if (bytes < 0) {
      throw new IllegalArgumentException("diskUsedBytes starts at 0");
    }
    diskUsedBytes = bytes;
  }

  /** {@code LockMode}; {@code Unlock} as long as nothing is wrong. */
  public synchronized String lockMode() {
    return lockMode;
  }

  /** {@code LockReason}; empty if the instance is not locked. */
  public synchronized String lockReason() {
    return lockReason;
  }

  /**
   * Locks or unlocks.
   *
   * @param mode a value of {@code LockMode}
   * @param reason in a sentence; empty with {@code Unlock}
   */
  public synchronized void setLock(String mode, String reason) {
    if (!LOCK_MODES.contains(mode)) {
      throw new IllegalArgumentException(
          "lockMode is one of " + String.join(", ", LOCK_MODES) + ", not " + mode);
    }
    lockMode = mode;
    lockReason = mode.equals("Unlock") ? "" : reason;
  }

  /** By the id of the replica. */
  public synchronized Map<String, Integer> replicaDelaySeconds() {
    return Map.copyOf(replicaDelaySeconds);
  }

  /** Sets how far a replica is behind, in seconds; 0 or more. */
  public synchronized void setReplicaDelaySeconds(String replicaId, int seconds) {
    if (!replicaDelaySeconds.containsKey(replicaId)) {
      throw new IllegalArgumentException("there is no replica " + replicaId);
    }
    if (seconds < 0) {
      throw new IllegalArgumentException("replicaDelaySeconds start at 0");
    }
    replicaDelaySeconds.put(replicaId, seconds);
  }

  /** {@code SSLEnabled} of DescribeDBInstanceSSL. */
  public synchronized boolean ssl() {
    return ssl;
  }

  /** Sets {@link #ssl}; the server behind is what it is. */
  public synchronized void setSsl(boolean on) {
    ssl = on;
  }

  /** Whether there is also an address that spreads reads over replicas. */
  public synchronized boolean readWriteSplitting() {
    return readWriteSplitting;
  }

  /** Sets {@link #readWriteSplitting}. Nothing answers at that address. */
  public synchronized void setReadWriteSplitting(boolean on) {
    readWriteSplitting = on;
  }

  /** The processor's load, as the first part of {@code MySQL_MemCpuUsage}. */
  public synchronized double cpuPercent() {
    return cpuPercent;
  }

  /** Sets {@link #cpuPercent}; 0 to 100. */
  public synchronized void setCpuPercent(double percent) {
    if (!(percent >= 0 && percent <= 100)) {
      throw new IllegalArgumentException("cpuPercent is 0 to 100");
    }
    cpuPercent = percent;
  }
}
