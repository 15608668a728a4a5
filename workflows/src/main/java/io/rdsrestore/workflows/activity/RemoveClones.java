package io.rdsrestore.workflows.activity;

import java.time.Duration;

/**
 * Clones that shall be gone.
 *
 * @param primary never removed, whatever carries what
 * @param knownCloneId null if no answer ever named one
 * @param keepLooking how long the look-up must stay empty before it counts that nothing is there;
 *     zero where the id is known
 */
public record RemoveClones(
    String restoreId, InstanceReference primary, String knownCloneId, Duration keepLooking) {}
