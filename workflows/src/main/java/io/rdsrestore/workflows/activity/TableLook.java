package io.rdsrestore.workflows.activity;

/**
 * One chosen table, before it is copied.
 *
 * @param database its database
 * @param table its name; null: the database itself, which is not in the clone
 * @param inClone whether it is in the clone
 * @param cloneRows rows there
 * @param onPrimary whether the same name is on the primary now
 * @param primaryRows rows there
 * @param sameRows whether clone and primary hold the same rows: then nothing is to be brought back
 */
public record TableLook(
    String database,
    String table,
    boolean inClone,
    long cloneRows,
    boolean onPrimary,
    long primaryRows,
    boolean sameRows) {}
