package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * A database of the primary that restored objects may go to.
 *
 * @param database its name as the server writes it
 * @param names tables and views in it: every one that has a name asked for, then a few others
 * @param total how many tables and views it has
 * @param keyless of the names asked for: tables without a primary or unique key on columns that are
 *     never NULL
 * @param insertTriggers triggers that fire on rows put into the names asked for
 * @param filled of the names asked for: tables that hold rows
 */
public record TargetFacts(
    String database,
    List<String> names,
    int total,
    Listed<TableFinding> keyless,
    Listed<TableFinding> insertTriggers,
    Listed<TableFinding> filled) {}
