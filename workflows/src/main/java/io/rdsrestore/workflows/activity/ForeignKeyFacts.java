package io.rdsrestore.workflows.activity;

/**
 * A foreign key.
 *
 * @param name of the constraint
 * @param table that has it, with its database
 * @param refersTo the table that it refers to, with its database
 */
public record ForeignKeyFacts(String name, String table, String refersTo) {}
