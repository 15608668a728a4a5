package io.rdsrestore.sandbox.settings;

/**
 * An error that the public documents do not name for a situation, as the sandbox answers it.
 *
 * @param code the {@code Code} of the answer
 * @param http the HTTP status
 */
public record ErrorChoice(String code, int http) {}
