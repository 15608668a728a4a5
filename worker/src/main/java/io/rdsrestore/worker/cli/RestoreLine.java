package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * One restore in a list.
 *
 * @param state how Temporal sees the run: {@code running}, {@code completed}, ...
 * @param phase search attribute {@code RestorePhase}
 * @param waitingFor search attribute {@code RestoreWaitingFor}; null once it has ended
 * @param waitingSince since when; null if it does not wait, or nobody tells
 * @param endedAt null while it runs
 * @param cost so far or in all; null if nothing was bought, or nobody tells
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
    Instant waitingSince,
    Instant startedAt,
    Instant endedAt,
    Cost cost) {
  private static final Comparator<RestoreLine> ORDER =
      Comparator.comparingInt(RestoreLine::rank)
          .thenComparing(RestoreLine::moment, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Who waits for a person before the others, the longest first; then the newest of the rest. */
  static List<RestoreLine> inOrder(List<RestoreLine> lines) {
    return lines.stream().sorted(ORDER).toList();
  }

  boolean isWaiting() {
    return endedAt == null
        && waitingFor != null
        && !waitingFor.equals(RestoreContract.WAITING_FOR_NOTHING);
  }

  /** The same with what was read of it. */
  RestoreLine with(Execution execution) {
    RestoreStatus status = execution.status();
    Gate gate = execution.isWaitingForPerson() ? status.waitingFor() : null;
    Cost known =
        execution.report() != null
            ? execution.report().cost()
            : status == null ? null : status.cost();
    return new RestoreLine(
        restoreId,
        workflowId,
        runId,
        instanceId,
        regionId,
        state,
        phase,
        waitingFor,
        gate == null ? waitingSince : gate.since(),
        startedAt,
        endedAt,
        known);
  }

  private int rank() {
    if (endedAt != null) {
      return 2;
    }
    return isWaiting() ? 0 : 1;
  }

  /** Seconds, of which the least comes first. */
  private Long moment() {
    if (isWaiting()) {
      return waitingSince == null ? null : waitingSince.getEpochSecond();
    }
    return -(endedAt == null ? startedAt : endedAt).getEpochSecond();
  }
}
