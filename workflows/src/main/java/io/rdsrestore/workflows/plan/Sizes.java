package io.rdsrestore.workflows.plan;

/** Sizes for people. */
final class Sizes {
  private static final long KB = 1L << 10;
  private static final long MB = 1L << 20;
  private static final long GB = 1L << 30;

  private Sizes() {}

  /** In the largest unit of which there is at least one, rounded up. */
  static String text(long bytes) {
    if (bytes >= GB) {
      return ceil(bytes, GB) + " GB";
    }
    return bytes >= MB ? ceil(bytes, MB) + " MB" : ceil(bytes, KB) + " KB";
  }

  private static long ceil(long bytes, long unit) {
    return (bytes + unit - 1) / unit;
  }
}
