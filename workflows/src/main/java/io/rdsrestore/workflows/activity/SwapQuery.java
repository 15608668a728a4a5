package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;

/**
 * Restored tables and their places, on the primary.
 *
 * @param primary where both are
 * @param objects what went where
 * @param restoreId in the names of what is set aside
 * @param autoIncrementFloor see {@link SwapTables}
 */
public record SwapQuery(
    DatabaseLogin primary, List<ObjectTarget> objects, String restoreId, long autoIncrementFloor) {}
