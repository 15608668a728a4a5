package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.guard.TableShapes;
import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;

/**
 * Tables that nobody may change while they are copied.
 *
 * @param source where they come from
 * @param primary where they go to
 * @param known what they look like, as far as that is known
 */
public record WatchTables(
    DatabaseLogin source, DatabaseLogin primary, List<ObjectTarget> objects, TableShapes known) {}
