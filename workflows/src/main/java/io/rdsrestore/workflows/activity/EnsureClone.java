package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.request.RestorePoint;
import java.time.Duration;
import java.time.Instant;

/**
 * The clone that shall exist.
 *
 * @param restoreId whose it is
 * @param ordinal 1 for the first clone of the restore
 * @param primary what is cloned
 * @param restoreTo the restore point
 * @param purchase what is bought
 * @param expires goes into the description
 * @param unknownOutcomeWait see {@link io.rdsrestore.workflows.request.Limits}
 */
public record EnsureClone(
    String restoreId,
    int ordinal,
    InstanceReference primary,
    RestorePoint restoreTo,
    PurchaseConfiguration purchase,
    Instant expires,
    Duration unknownOutcomeWait) {}
