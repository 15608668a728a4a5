package io.rdsrestore.activities.database;

import java.util.List;

/**
 * A part of a table.
 *
 * @param ordinal from 0
 * @param where its rows
 * @param lower the key before its first row; null if it begins with the table, or has no key
 * @param upper the key of its last row; null if it ends with the table, or has no key
 * @param rows how many it should have; 0 if that is not known
 * @param compared whether its rows are compared by contents, not only counted
 */
record Chunk(
    long ordinal,
    Where where,
    List<String> lower,
    List<String> upper,
    long rows,
    boolean compared) {}
