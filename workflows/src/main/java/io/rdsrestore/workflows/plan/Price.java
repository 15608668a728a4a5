package io.rdsrestore.workflows.plan;

import java.math.BigDecimal;

/**
 * What the clone costs (RDS: DescribePrice); structure and full migration by DTS are free.
 *
 * @param perHour in {@code currency}
 * @param currency for example {@code CNY}
 */
public record Price(BigDecimal perHour, String currency) {

  /** For example {@code 1.20 CNY}. */
  public String text() {
    return "%s %s".formatted(perHour.toPlainString(), currency);
  }
}
