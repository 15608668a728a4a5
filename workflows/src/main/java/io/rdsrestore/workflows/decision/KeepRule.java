package io.rdsrestore.workflows.decision;

import io.rdsrestore.workflows.request.CloneWish;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What {@code extend} must say, of a clone or, where none is kept, of an undo. {@code keepFor}
 * counts from now on, so that a word that arrives twice keeps the clone no longer than once.
 */
public final class KeepRule {
  private final Supplier<String> kept;
  private final Supplier<String> abortLeadsTo;
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
   * @param kept what is kept, and that it is, such as "the clone is kept"; null: nothing any more
   * @param abortLeadsTo what {@code abort} does
   * @param until until when by now
   * @param maxCost what it may cost by now; null: no limit
   */
  public KeepRule(
      Supplier<String> kept,
      Supplier<String> abortLeadsTo,
      Supplier<Instant> until,
      Supplier<Instant> now,
      Supplier<BigDecimal> maxCost,
      CostEnd costEnd) {
    this.kept = kept;
    this.abortLeadsTo = abortLeadsTo;
    this.until = until;
    this.now = now;
    this.maxCost = maxCost;
    this.costEnd = costEnd;
  }

  /** What becomes of this decision, which has no objection. */
  String sentence(Decision extend) {
    return "%s until %s".formatted(kept.get(), until(extend));
  }

  /** Until when it is kept by this decision, which has no objection. */
  public Instant until(Decision extend) {
    return extend.until() != null
        ? extend.until()
        : now.get().plus(extend.keepFor()).truncatedTo(ChronoUnit.SECONDS);
  }

  /** What {@code abort} does. */
  String abortLeadsTo() {
    return abortLeadsTo.get();
  }

  Optional<String> objection(Decision extend) {
    if (kept.get() == null) {
      return Optional.of("nothing is kept any more");
    }
    if ((extend.keepFor() == null) == (extend.until() == null)) {
      return Optional.of(
          "it must say one of keepFor, which counts from now on, and until: \"keepFor\": \"P1D\"");
    }
    Duration time =
        extend.keepFor() != null ? extend.keepFor() : Duration.between(now.get(), extend.until());
    if (time.isZero() || time.isNegative()) {
      return Optional.of("it must be longer than nothing; abort ends it now");
    }
    if (time.compareTo(CloneWish.LONGEST_KEEP) > 0) {
      return Optional.of(
          "it is at most %d days from now on; it can be said again then"
              .formatted(CloneWish.LONGEST_KEEP.toDays()));
    }
    Instant wanted = until(extend);
    if (!wanted.isAfter(until.get())) {
      return Optional.of(
          "%s until %s already, which is no sooner than %s; abort ends it now"
              .formatted(kept.get(), until.get(), wanted));
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
            "until %s it would pass the limit of %s; within it %s until %s at most: say a higher \"maxCost\", or less time"
                .formatted(wanted, limit.toPlainString(), kept.get(), end))
        : Optional.empty();
  }
}
