package io.rdsrestore.sandbox.dataplane;

import java.time.Duration;

/**
 * How fast rows may be copied.
 *
 * @param rowsPerSecond above 0; {@link #NO_LIMIT}: as many as there are
 * @param bytesPerSecond above 0; {@link #NO_LIMIT}: as many as there are
 */
public record CopyLimit(long rowsPerSecond, long bytesPerSecond) {
  /** As DTS writes it. */
  public static final long NO_LIMIT = -1;

  public static final CopyLimit NONE = new CopyLimit(NO_LIMIT, NO_LIMIT);

  private static final double NANOS_A_SECOND = 1e9;

  public CopyLimit {
    if (!isLimit(rowsPerSecond) || !isLimit(bytesPerSecond)) {
      throw new IllegalArgumentException("a limit is above 0, or -1 for none");
    }
  }

  private static boolean isLimit(long value) {
    return value > 0 || value == NO_LIMIT;
  }

  /** The least time that so many rows and bytes take. */
  Duration timeOf(long rows, long bytes) {
    double seconds = Math.max(share(rows, rowsPerSecond), share(bytes, bytesPerSecond));
    return Duration.ofNanos((long) (seconds * NANOS_A_SECOND));
  }

  private static double share(long amount, long limit) {
    return limit == NO_LIMIT ? 0 : (double) amount / limit;
  }

  /** So few rows that a second holds several statements; at least one, at most {@code most}. */
  int rowsAStatement(int most) {
    return rowsPerSecond == NO_LIMIT ? most : (int) Math.max(1, Math.min(most, rowsPerSecond / 4));
  }
}
