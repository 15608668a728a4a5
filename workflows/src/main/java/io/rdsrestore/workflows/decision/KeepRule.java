package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.CloneWish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code extend} must say. {@code keepFor} counts from now on, so that a word that arrives
 * twice keeps the clone no longer than once.
 */
public final class KeepRule {
  private final Supplier<Instant> until;
  private final Supplier<Instant> now;
  private final Supplier<BigDecimal> maxCost;
  private final CostEnd costEnd;

  /** Until when a clone may be kept by what it may cost. */
  @FunctionalInterface
  public interface CostEnd {
    /** When the limit would be passed. */
    Instant of(BigDecimal limit);
  }

  /**
   * @param until until when the clone is kept by now
   * @param maxCost what it may cost by now; null: no limit
   */
  public KeepRule(
      Supplier<Instant> until,
      Supplier<Instant> now,
      Supplier<BigDecimal> maxCost,
      CostEnd costEnd) {
    this.until = until;
    this.now = now;
    this.maxCost = maxCost;
    this.costEnd = costEnd;
  }

  /** Until when the clone is kept by this decision, which has no objection. */
  public Instant until(Decision extend) {
    return extend.until() != null
        ? extend.until()
        : now.get().plus(extend.keepFor()).truncatedTo(ChronoUnit.SECONDS);
  }

  Optional<String> objection(Decision extend) {
    if ((extend.keepFor() == null) == (extend.until() == null)) {
      return Optional.of(
          "it must say one of keepFor, which counts from now on, and until: \"keepFor\": \"P1D\"");
    }
    Duration time =
        extend.keepFor() != null ? extend.keepFor() : Duration.between(now.get(), extend.until());
    if (time.isZero() || time.isNegative()) {
      return Optional.of("it must keep the clone for longer than nothing; abort removes it now");
    }
    if (time.compareTo(CloneWish.LONGEST_KEEP) > 0) {
      return Optional.of(
          "a clone is kept for at most %d days from now on; it can be said again then"
              .formatted(CloneWish.LONGEST_KEEP.toDays()));
    }
    Instant wanted = until(extend);
    if (!wanted.isAfter(until.get())) {
      return Optional.of(
          "the clone is kept until %s already, which is no sooner than %s; abort removes it now"
              .formatted(until.get(), wanted));
    }
    return objectionToCost(wanted, extend);
  }

  private Optional<String> objectionToCost(Instant wanted, Decision extend) {
    BigDecimal limit = extend.maxCost() == null ? maxCost.get() : extend.maxCost();
    if (limit == null) {
      return Optional.empty();
    }
    Instant end = costEnd.of(limit);
    return wanted.isAfter(end)
        ? Optional.of(
            "until %s it would pass the limit of %s; within it the clone is kept until %s at most: say a higher \"maxCost\", or less time"
                .formatted(wanted, limit.toPlainString(), end))
        : Optional.empty();
  }
}
