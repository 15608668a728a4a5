package io.rdsrestore.workflows.activity;

/**
 * Clones that shall be gone.
 *
 * @param primary never removed, whatever carries what
 * @param knownCloneId null if no answer ever named one
 */
public record RemoveClones(String restoreId, InstanceReference primary, String knownCloneId) {}
