package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.Counted;
import io.rdsrestore.workflows.plan.Price;
import io.rdsrestore.workflows.status.Cost;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a clone has cost by what Temporal keeps of it, for where its restore gives no answer. */
final class MemoCost {
  private static final Pattern PRICE = Pattern.compile("(\\d+(?:\\.\\d+)?) ([A-Z]+)");

  private MemoCost() {}

  /**
   * The cost until now; null if there is no clone, or nobody knows its price.
   *
   * @param cloneSince since when it has been paid; null: there is none
   * @param perHour an amount and its currency; null in a memo of a worker that did not tell it
   */
  static Cost of(Instant cloneSince, String perHour, Instant now) {
    Matcher price = PRICE.matcher(perHour == null ? "" : perHour);
    if (cloneSince == null || !price.matches()) {
      return null;
    }
    long hours = Price.hoursBegun(Duration.between(cloneSince, now));
    return new Cost(
        new BigDecimal(price.group(1)).multiply(BigDecimal.valueOf(hours)),
        price.group(2),
        "the clone that is there: %s begun at %s"
            .formatted(Counted.of(hours, "hour"), price.group()));
  }
}
