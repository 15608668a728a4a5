package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.status.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/** What a clone has cost: every hour begun counts, and the first begins with the purchase. */
public final class RunningCost {
  private RunningCost() {}

  /**
   * Its cost.
   *
   * @param from when it was bought
   * @param to until when it is counted
   */
  public static Cost of(Price price, Instant from, Instant to) {
    Duration time = Duration.between(from, to);
    long hours =
        Math.max(1, time.toHours() + (time.equals(Duration.ofHours(time.toHours())) ? 0 : 1));
    return new Cost(
        price.perHour().multiply(BigDecimal.valueOf(hours)),
        price.currency(),
        "clone: %d hour(s) begun at %s %s; DTS: structure and full migration are free"
            .formatted(hours, price.perHour().toPlainString(), price.currency()));
  }
}
