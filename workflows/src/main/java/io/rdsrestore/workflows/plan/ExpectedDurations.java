package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long each phase is expected to take, without the time that people take to decide. Cautious
 * estimates, never promises.
 *
 * @param preparing whitelist and account on the primary
 * @param cloning until the clone runs and is looked into
 * @param configuring target databases, the DTS job and its purchase
 * @param prechecking one precheck
 * @param migrating the copy
 * @param verifying the comparison
 * @param cleaning until the clone is released
 * @param basis what the estimates rest on, in one sentence
 */
public record ExpectedDurations(
    Duration preparing,
    Duration cloning,
    Duration configuring,
    Duration prechecking,
    Duration migrating,
    Duration verifying,
    Duration cleaning,
    String basis) {

  /** From the approval to the end. */
  @JsonIgnore
  public Duration total() {
    return preparing.plus(lifeOfClone());
  }

  /** From the purchase of the clone to its release. */
  @JsonIgnore
  public Duration lifeOfClone() {
    return cloning
        .plus(configuring)
        .plus(prechecking)
        .plus(migrating)
        .plus(verifying)
        .plus(cleaning);
  }

  /** What the clone costs for that long: each hour begun counts. */
  public BigDecimal cost(Price price) {
    return price.forTime(lifeOfClone()).perHour();
  }
}
