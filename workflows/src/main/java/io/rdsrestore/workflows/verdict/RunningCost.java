package io.rdsrestore.workflows.verdict;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.status.CloneStatus;
import io.rdsrestore.workflows.status.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What clones have cost: every hour begun counts, and the first begins with the purchase. */
public final class RunningCost {
  private RunningCost() {}

  /**
   * The cost of all clones of a restore together.
   *
   * @param clones one after another, at least one
   * @param now until when one that is still there is counted
   */
  public static Cost of(Price price, List<CloneStatus> clones, Instant now) {
    long hours = clones.stream().mapToLong(clone -> hours(clone, now)).sum();
    return new Cost(
        price.perHour().multiply(BigDecimal.valueOf(hours)),
        price.currency(),
        "%s: %s begun at %s; DTS: structure and full migration are free"
            .formatted(
                clones.size() == 1 ? "clone" : clones.size() + " clones",
                Counted.of(hours, "hour"),
                price.text()));
  }

  private static long hours(CloneStatus clone, Instant now) {
    Instant until = clone.removedAt() == null ? now : clone.removedAt();
    return Price.hoursBegun(Duration.between(clone.boughtAt(), until));
  }
}
