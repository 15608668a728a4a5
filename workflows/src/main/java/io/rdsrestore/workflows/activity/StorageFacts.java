package io.rdsrestore.workflows.activity;

/**
 * How full an instance is (DescribeResourceUsage).
 *
 * @param instanceId whose
 * @param storageGb DBInstanceStorage, GB; 0 if not known
 * @param usedBytes DiskUsed; null if not known
 * @param dataBytes DataSize; null if not known
 * @param unknownBecause why {@code usedBytes} is not known; null if it is
 */
public record StorageFacts(
    String instanceId, int storageGb, Long usedBytes, Long dataBytes, String unknownBecause) {
  private static final long BYTES_PER_GB = 1L << 30;
  private static final long PERCENT = 100;

  /** All of its room, in bytes. */
  public long capacityBytes() {
    return storageGb * BYTES_PER_GB;
  }

  /** Whether both its size and what is used of it are known. */
  public boolean known() {
    return usedBytes != null && storageGb > 0;
  }

  /** How many percent of its room so many bytes are, rounded down. */
  public long percentOf(long bytes) {
    return bytes * PERCENT / capacityBytes();
  }
}
