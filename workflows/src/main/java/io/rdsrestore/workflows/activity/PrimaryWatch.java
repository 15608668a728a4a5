package io.rdsrestore.workflows.activity;

import java.time.Duration;
import java.util.List;

/**
 * What of a primary is watched while rows are written to it, and how much it may suffer.
 *
 * @param primary the instance that receives rows
 * @param replicaIds its read replicas
 * @param diskPercent how full its disk may be, see {@link
 *     io.rdsrestore.workflows.request.Limits#diskPercent}
 * @param replicaDelay how far a replica may be behind
 * @param storageGb its DBInstanceStorage, GB, when the plan was made; the current one counts where
 *     RDS tells it
 */
public record PrimaryWatch(
    InstanceReference primary,
    List<String> replicaIds,
    int diskPercent,
    Duration replicaDelay,
    int storageGb) {}
