package io.rdsrestore.workflows.activity;

import java.time.Duration;
import java.time.Instant;

/**
 * A backup that there shall be.
 *
 * @param instance of which
 * @param since of no instant before this
 * @param unknownOutcomeWait how long one whose answer was lost is looked for
 */
public record EnsureBackup(
    InstanceReference instance, Instant since, Duration unknownOutcomeWait) {}
