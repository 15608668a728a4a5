package io.rdsrestore.workflows.activity;

/**
 * A privilege of another account.
 *
 * @param grantee as the server writes it: {@code 'app'@'%'}
 * @param privilege for example {@code SELECT}, or {@code SELECT (id, name)} on columns
 * @param database that it is on
 * @param table null: all of the database
 * @param grantable whether it may be passed on
 */
public record GrantFacts(
    String grantee, String privilege, String database, String table, boolean grantable) {}
