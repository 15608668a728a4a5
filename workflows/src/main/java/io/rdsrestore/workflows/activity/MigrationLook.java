package io.rdsrestore.workflows.activity;

/**
 * How far a copy is.
 *
 * @param state how it stands
 * @param jobState DTS: Status
 * @param percent 0 to 100, structure and data together
 * @param message what DTS said of a failure; null otherwise
 */
public record MigrationLook(MigrationState state, String jobState, int percent, String message) {}
