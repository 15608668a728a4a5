package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.StorageFacts;
import io.rdsrestore.workflows.request.VerifyMode;
import java.time.Duration;
import java.time.Instant;

/**
 * Estimates how long a restore takes. No figures of the real cloud are published or measured; these
 * are cautious assumptions, listed in docs/assumptions.md.
 */
final class DurationEstimate {
  private static final Duration PREPARING = Duration.ofMinutes(2);
  private static final Duration CONFIGURING = Duration.ofMinutes(3);
  private static final Duration PRECHECKING = Duration.ofMinutes(5);
  private static final Duration CLEANING = Duration.ofMinutes(5);

  /** An instance is made and started. */
  private static final Duration INSTANCE = Duration.ofMinutes(15);

  private static final long RESTORED_BYTES_PER_SECOND = 50L << 20;
  private static final long COPIED_BYTES_PER_SECOND = 10L << 20;
  private static final long COMPARED_BYTES_PER_SECOND = 20L << 20;
  private static final long BYTES_PER_GB = 1L << 30;

  /** A log is replayed faster than it was written. */
  private static final int REPLAY_SPEED = 10;

  private DurationEstimate() {}

  static ExpectedDurations of(PlanInputs inputs) {
    StorageFacts storage =
        inputs.surroundings().capacity() == null
            ? null
            : inputs.surroundings().capacity().storage();
    Long used = storage == null ? null : storage.usedBytes();
    long all = used != null ? used : inputs.primary().storageGb() * BYTES_PER_GB;
    long data = storage != null && storage.dataBytes() != null ? storage.dataBytes() : all;
    return new ExpectedDurations(
        PREPARING,
        INSTANCE.plus(seconds(all, RESTORED_BYTES_PER_SECOND)).plus(replay(inputs)),
        CONFIGURING,
        PRECHECKING,
        inputs.request().migratesData() ? seconds(data, copied(inputs)) : Duration.ZERO,
        verifying(inputs.request().verify(), data),
        CLEANING,
        "cautious assumptions, not measured: restoring %s (%s) at 50 MB/s, copying at most %s at %d MB/s and comparing it at 20 MB/s; what you choose may be much less%s"
            .formatted(
                Sizes.text(all),
                used != null ? "what is used" : "the whole disk",
                Sizes.text(data),
                Math.max(1, copied(inputs) >> 20),
                inputs.request().migration().maxRowsPerSecond() == null
                    ? ""
                    : ", and maxRowsPerSecond may slow it down more"));
  }

  private static long copied(PlanInputs inputs) {
    Long limit = inputs.request().migration().maxBytesPerSecond();
    return limit == null ? COPIED_BYTES_PER_SECOND : Math.min(limit, COPIED_BYTES_PER_SECOND);
  }

  private static Duration verifying(VerifyMode mode, long data) {
    return mode == VerifyMode.NONE ? Duration.ZERO : seconds(data, COMPARED_BYTES_PER_SECOND);
  }

  private static Duration replay(PlanInputs inputs) {
    Instant time = inputs.request().restoreTo().time();
    if (time == null || inputs.recovery() == null || inputs.recovery().nearest() == null) {
      return Duration.ZERO;
    }
    Instant from = inputs.recovery().nearest().instant();
    return from == null || from.isAfter(time)
        ? Duration.ZERO
        : Duration.ofSeconds(Duration.between(from, time).toSeconds() / REPLAY_SPEED);
  }

  /** Rounded up to a whole minute. */
  private static Duration seconds(long bytes, long perSecond) {
    return Duration.ofMinutes(Duration.ofSeconds(bytes / perSecond).toMinutes() + 1);
  }
}
