package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * Names that restored objects may get.
 *
 * @param database the database that they would stand in
 * @param tables names in it that are asked for one by one
 * @param whole whether any name in it is asked for, too
 */
public record TargetNames(String database, List<String> tables, boolean whole) {}
