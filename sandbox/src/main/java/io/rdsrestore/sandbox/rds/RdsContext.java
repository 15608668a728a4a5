package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.billing.Ledger;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.BusyTimes;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What RDS works with.
 *
 * @param workers runs what blocks: making and releasing servers
 * @param busy what users have waited for
 */
public record RdsContext(
    InstantSource clock,
    SandboxTimings timings,
    SandboxVariants variants,
    DataPlane dataPlane,
    BackupContents backupContents,
    Ledger ledger,
    Ids ids,
    Executor workers,
    BusyTimes busy) {}
