package io.rdsrestore.workflows.status;

import java.math.BigDecimal;

/**
 * What the clone has cost so far, worked out from the price in the plan: whole hours begun. DTS:
 * structure and full migration are free.
 *
 * @param amount in {@code currency}
 * @param currency for example {@code CNY}
 * @param basis how it was worked out, for people
 */
public record Cost(BigDecimal amount, String currency, String basis) {}
