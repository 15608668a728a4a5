package io.rdsrestore.sandbox.rds;

import java.time.Instant;

/**
 * What a clone holds.
 *
 * @param instant all that was committed by the end of this second
 * @param backupId null if the instant itself was asked for
 */
record RestorePoint(Instant instant, String backupId) {}
