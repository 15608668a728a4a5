package io.rdsrestore.sandbox.dts;

import io.rdsrestore.sandbox.billing.Ledger;
import io.rdsrestore.sandbox.dataplane.DataPlane;
import io.rdsrestore.sandbox.http.Faults;
import io.rdsrestore.sandbox.rds.Ids;
import io.rdsrestore.sandbox.rds.Instances;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.BusyTimes;
import io.rdsrestore.sandbox.time.SandboxScheduler;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What DTS works with.
 *
 * @param region where jobs of other people are
 * @param workers runs prechecks and copies
 * @param lock guards all state of the cloud
 * @param busy what users have waited for
 * @param letIn adds DTS's addresses to the whitelist of an instance
 */
public record DtsContext(
    String region,
    InstantSource clock,
    SandboxScheduler scheduler,
    SandboxTimings timings,
    SandboxVariants variants,
    DataPlane dataPlane,
    Instances instances,
    Ledger ledger,
    Ids ids,
    Faults faults,
    Executor workers,
    Object lock,
    BusyTimes busy,
    Consumer<String> letIn) {}
