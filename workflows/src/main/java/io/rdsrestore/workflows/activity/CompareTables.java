package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.request.VerifyMode;
import java.time.Instant;
import java.util.List;

/**
 * What is compared.
 *
 * @param keptExisting whether rows that were on the primary before may differ or be more there
 * @param structure whether the copy has made the tables, so that they have to be equal beside their
 *     rows, too
 * @param copyEndedAt when the copy ended, to tell whether the primary was written to since; null if
 *     that is not known
 * @param threadsRunning see {@link io.rdsrestore.workflows.request.Limits}; 0: the default
 */
public record CompareTables(
    DatabaseLogin source,
    DatabaseLogin target,
    List<ObjectTarget> objects,
    VerifyMode mode,
    boolean keptExisting,
    boolean structure,
    Instant copyEndedAt,
    int threadsRunning) {}
