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

  /** How many hours of so much time are paid: each that has begun, and at least one. */
  public static long hoursBegun(Duration time) {
    return Math.max(1, time.plusHours(1).minusNanos(1).toHours());
  }

  /** Of so much time. */
  public Price forTime(Duration time) {
    return new Price(perHour.multiply(BigDecimal.valueOf(hoursBegun(time))), currency);
  }

  /** For example {@code 1.20 CNY}. */
  public String text() {
    return "%s %s".formatted(perHour.toPlainString(), currency);
  }
}
