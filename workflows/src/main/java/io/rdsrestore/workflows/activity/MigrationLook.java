package io.rdsrestore.workflows.activity;

/**
 * How far a copy is.
 *
 * @param state how it stands
 * @param jobState DTS: Status
 * @param percent 0 to 100, structure and data together
 * @param message what DTS said of a failure; null otherwise
 * @param pressure which limit of the primary is passed, in one sentence; null if none is
 */
public record MigrationLook(
    MigrationState state, String jobState, int percent, String message, String pressure) {}
