package io.rdsrestore.workflows.plan;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * What the clone costs (RDS: DescribePrice); structure and full migration by DTS are free.
 *
 * @param perHour in {@code currency}
 * @param currency for example {@code CNY}
 */
public record Price(BigDecimal perHour, String currency) {

  /** Of so much time; every hour begun counts. */
  public Price forTime(Duration time) {
    long hours = time.plusHours(1).minusNanos(1).toHours();
    return new Price(perHour.multiply(BigDecimal.valueOf(hours)), currency);
  }

  /** For example {@code 1.20 CNY}. */
  public String text() {
    return "%s %s".formatted(perHour.toPlainString(), currency);
  }
}
