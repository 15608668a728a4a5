package io.rdsrestore.workflows.request;

/**
 * An existing account. Never holds a password.
 *
 * @param userName the account
 * @param passwordRef {@code env:NAME}, {@code file:PATH} or {@code scheme://place}, resolved by the
 *     worker
 */
public record AccountReference(String userName, String passwordRef) {}
