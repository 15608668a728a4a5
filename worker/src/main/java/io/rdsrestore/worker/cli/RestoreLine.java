package io.rdsrestore.worker.cli;

import java.time.Instant;

/**
 * One restore in a list.
 *
 * @param state how Temporal sees the run: {@code running}, {@code completed}, ...
 * @param phase search attribute {@code RestorePhase}
 * @param waitingFor search attribute {@code RestoreWaitingFor}; null once it has ended
 * @param endedAt null while it runs
 */
record RestoreLine(
    String restoreId,
    String workflowId,
    String runId,
    String instanceId,
    String regionId,
    String state,
    String phase,
    String waitingFor,
    Instant startedAt,
    Instant endedAt) {}
