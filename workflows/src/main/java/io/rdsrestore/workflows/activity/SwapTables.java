package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.swap.SwapTable;
import java.util.List;

/**
 * What is moved.
 *
 * @param primary where
 * @param tables those that a person has seen and decided about
 */
public record SwapTables(DatabaseLogin primary, List<SwapTable> tables) {}
