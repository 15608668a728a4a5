package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.InstanceFacts;
import java.time.Instant;
import java.util.List;

/**
 * What was read for a plan, and the plan itself.
 *
 * @param restorePoint the instant that the data is of; null if it is not known
 * @param restorePointLostAt when it leaves the recovery window; null if that is not known
 */
public record PlanReadings(
    InstanceFacts primary,
    List<String> dtsAddresses,
    Instant restorePoint,
    Instant restorePointLostAt,
    RestorePlan plan) {}
