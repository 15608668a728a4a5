package io.rdsrestore.workflows.status;

import java.time.Instant;

/**
 * How far a slow step is.
 *
 * @param step what is measured
 * @param percent 0 to 100
 * @param asOf when it was looked at
 * @param eta when it should be done at the measured rate; null while that is not known
 */
public record Progress(String step, int percent, Instant asOf, Instant eta) {}
