package io.rdsrestore.workflows.activity;

/**
 * What is looked at.
 *
 * @param percentTold what was last returned; the next return tells at least some percent more
 * @param looksLeft how many more returns with progress are worth their history; 0: only the end
 * @param watch what of the primary is looked at besides; null for nothing
 * @param tables tables that nobody may change meanwhile; null where the worker does not get into
 *     the servers
 */
public record AwaitMigration(
    JobReference job, int percentTold, int looksLeft, PrimaryWatch watch, WatchTables tables) {}
