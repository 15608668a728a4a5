package io.rdsrestore.workflows.request;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * How long is waited, what it may cost and how much the primary may suffer before a person is
 * asked.
 *
 * @param cloneWait until the clone runs; default 6 hours
 * @param precheckWait until one precheck has ended; default 1 hour
 * @param migrationWait until the copy has ended; default 2 days
 * @param decisionReminder until a gate reminds for the first time, then at growing intervals;
 *     default 1 hour
 * @param decisionDeadline until a gate ends the restore as safely as it can; default 72 hours
 * @param unknownOutcomeWait how long a look-up must stay empty before something is bought again
 *     whose first purchase had no answer; default 10 minutes
 * @param maxCost what the clones of this restore may cost, in the currency of the price; null: no
 *     limit
 * @param diskPercent how full the primary's disk may get during the copy, in percent; default 85
 * @param replicaDelay how far a read replica may lag during the copy; default 5 minutes
 * @param threadsRunning while more threads of the primary run a statement (Threads_running), no
 *     part of a comparison or merge begins; 1 to 100,000, default 25
 */
public record Limits(
    Duration cloneWait,
    Duration precheckWait,
    Duration migrationWait,
    Duration decisionReminder,
    Duration decisionDeadline,
    Duration unknownOutcomeWait,
    BigDecimal maxCost,
    int diskPercent,
    Duration replicaDelay,
    int threadsRunning) {
  /** As other tools for the same purpose have it. */
  public static final int THREADS_RUNNING = 25;

  /** What was written before there was this limit has the default. */
  public Limits {
    threadsRunning = threadsRunning == 0 ? THREADS_RUNNING : threadsRunning;
  }

  public static Limits defaults() {
    return new Limits(
        Duration.ofHours(6),
        Duration.ofHours(1),
        Duration.ofDays(2),
        Duration.ofHours(1),
        Duration.ofHours(72),
        Duration.ofMinutes(10),
        null,
        85,
        Duration.ofMinutes(5),
        THREADS_RUNNING);
  }
}
