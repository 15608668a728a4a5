package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.plan.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;

/**
 * When a clone's next hour would pass the limit. A person is asked one hour before, so that there
 * is time to think.
 *
 * @param askAt when the last hour begins that the limit allows; at the latest when it was bought
 * @param passesAt when the first hour begins that it does not allow
 */
public record CostLimit(Instant askAt, Instant passesAt) {

  /**
   * For a clone that runs.
   *
   * @param price of an hour, above zero
   * @param spentBefore what earlier clones of this restore have cost
   * @param boughtAt when its first hour began
   * @param limit what all may cost together
   */
  public static CostLimit of(
      Price price, BigDecimal spentBefore, Instant boughtAt, BigDecimal limit) {
    long hours = Math.max(0, hours(price, limit.subtract(spentBefore)));
    Instant passes = boughtAt.plus(Duration.ofHours(hours));
    Instant ask = boughtAt.plus(Duration.ofHours(Math.max(0, hours - 1)));
    return new CostLimit(ask, passes);
  }

  /** Whether not even one more hour can be begun. */
  public static boolean forbidsAnHour(Price price, BigDecimal spentBefore, BigDecimal limit) {
    return hours(price, limit.subtract(spentBefore)) < 1;
  }

  private static long hours(Price price, BigDecimal left) {
    return price.perHour().signum() == 0
        ? Duration.ofDays(365).toHours()
        : left.divide(price.perHour(), 0, RoundingMode.FLOOR).longValue();
  }
}
