package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import java.util.List;

/**
 * What is compared.
 *
 * @param keptExisting whether rows that were on the primary before may differ or be more there
 */
public record CompareTables(
    DatabaseLogin source,
    DatabaseLogin target,
    List<ObjectTarget> objects,
    VerifyMode mode,
    boolean keptExisting) {}
