package io.rdsrestore.workflows.request;

import java.time.Duration;

/**
 * How long is waited before a person is asked.
 *
 * @param cloneWait until the clone runs; default 6 hours
 * @param precheckWait until one precheck has ended; default 1 hour
 * @param migrationWait until the copy has ended; default 2 days
 * @param decisionDeadline until a gate ends the restore as safely as it can; default 72 hours
 * @param unknownOutcomeWait how long a look-up must stay empty before something is bought again
 *     whose first purchase had no answer; default 10 minutes
 */
public record Limits(
    Duration cloneWait,
    Duration precheckWait,
    Duration migrationWait,
    Duration decisionDeadline,
    Duration unknownOutcomeWait) {

  public static Limits defaults() {
    return new Limits(
        Duration.ofHours(6),
        Duration.ofHours(1),
        Duration.ofDays(2),
        Duration.ofHours(72),
        Duration.ofMinutes(10));
  }
}
