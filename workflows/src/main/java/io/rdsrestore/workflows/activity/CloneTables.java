package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.ObjectTarget;
import java.util.List;

/** The chosen objects in a clone. */
public record CloneTables(DatabaseLogin source, List<ObjectTarget> objects) {}
