package io.rdsrestore.workflows.activity;

/**
 * A database that shall exist.
 *
 * @param charset CharacterSetName for its creation
 * @param restoreId whose mark it carries if it has to be created
 */
public record EnsureDatabase(
    InstanceReference instance, String name, String charset, String restoreId) {}
