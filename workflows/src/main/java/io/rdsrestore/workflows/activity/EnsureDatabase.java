package io.rdsrestore.workflows.activity;

/**
 * A database that shall exist.
 *
 * @param charset CharacterSetName for its creation
 */
public record EnsureDatabase(InstanceReference instance, String name, String charset) {}
