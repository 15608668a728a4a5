package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.plan.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** Until when a clone is kept: as long as is wanted, within what all may cost. */
public final class KeepEnd {
  /** So long before the next hour begins the clone goes: deleting it takes minutes. */
  private static final Duration TO_REMOVE = Duration.ofMinutes(15);

  private KeepEnd() {}

  /**
   * The end of a keep.
   *
   * @param limit what all clones may cost together; null: no limit
   */
  public static Instant of(
      Instant wanted, Price price, BigDecimal spentBefore, Instant boughtAt, BigDecimal limit) {
    if (limit == null) {
      return wanted;
    }
    Instant end = byCost(price, spentBefore, boughtAt, limit);
    return end.isBefore(wanted) ? end : wanted;
  }

  /** When a clone has to go so that it stays within the limit. */
  public static Instant byCost(
      Price price, BigDecimal spentBefore, Instant boughtAt, BigDecimal limit) {
    return CostLimit.of(price, spentBefore, boughtAt, limit).passesAt().minus(TO_REMOVE);
  }
}
