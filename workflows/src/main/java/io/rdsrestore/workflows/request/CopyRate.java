package io.rdsrestore.workflows.request;

/**
 * How fast DTS may read from the clone and write to the primary (DTS: Reserve.fullDynamicConfig).
 *
 * @param maxRowsPerSecond at least 1; null: no limit (dts.datamove.source.rps.max)
 * @param maxBytesPerSecond at least 1024; null: no limit (dts.datamove.source.bps.max)
 */
public record CopyRate(Long maxRowsPerSecond, Long maxBytesPerSecond) {

  public static CopyRate unlimited() {
    return new CopyRate(null, null);
  }
}
