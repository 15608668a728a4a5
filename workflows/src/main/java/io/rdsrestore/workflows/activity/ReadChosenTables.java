package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;

/** The chosen objects, to be looked at in the clone and under the same names on the primary. */
public record ReadChosenTables(
    DatabaseLogin source, DatabaseLogin primary, List<ObjectTarget> objects) {}
