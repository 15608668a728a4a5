package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Cost;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One restore in a list.
 *
 * @param state how Temporal sees the run: {@code running}, {@code completed}, ...
 * @param phase search attribute {@code RestorePhase}
 * @param waitingFor search attribute {@code RestoreWaitingFor}; null once it has ended
 * @param waitingSince since when; null if it does not wait, or nobody tells
 * @param endedAt null while it runs
 * @param cost so far or in all; null if nothing was bought, or nobody tells
 * @param cloneSince since when it has had the clone that it has, by Temporal's memo; null if none
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
    Cost cost,
    Instant cloneSince) {
  private static final Comparator<RestoreLine> ORDER =
      Comparator.comparingInt(RestoreLine::rank)
          .thenComparing(RestoreLine::moment, Comparator.nullsLast(Comparator.naturalOrder()));

  /** Who waits for a person before the others, the longest first; then the newest of the rest. */
  static List<RestoreLine> inOrder(List<RestoreLine> lines) {
    return lines.stream().sorted(ORDER).toList();
  }

  /**
   * One line a restore: what outlives it stands for both while it runs, or where somebody has ended
   * it; of several runs the last.
   */
  static List<RestoreLine> oneEach(List<RestoreLine> lines) {
    Map<String, RestoreLine> byRestore = new LinkedHashMap<>();
    for (RestoreLine one : lines) {
      byRestore.merge(one.restoreId(), one, RestoreLine::standing);
    }
    return List.copyOf(byRestore.values());
  }

  private static RestoreLine standing(RestoreLine a, RestoreLine b) {
    boolean first =
        a.precedence() != b.precedence() ? a.precedence() > b.precedence() : a.isAfter(b);
    RestoreLine chosen = first ? a : b;
    return chosen.cost() == null ? chosen.costing((first ? b : a).cost()) : chosen;
  }

  private int precedence() {
    if (endedAt == null) {
      return 2;
    }
    boolean isKeep = !RestoreContract.isRestore(workflowId);
    return isKeep && isEndedBySomebody() ? 1 : 0;
  }

  private boolean isAfter(RestoreLine other) {
    boolean sameKind =
        RestoreContract.isRestore(workflowId) == RestoreContract.isRestore(other.workflowId);
    return sameKind ? startedAt.isAfter(other.startedAt) : RestoreContract.isRestore(workflowId);
  }

  /** Whether it did not come to its own end, so that its phase says less than its state. */
  boolean isEndedBySomebody() {
    return endedAt != null && !state.equals("completed") && !state.equals("failed");
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
    return copy(gate == null ? waitingSince : gate.since(), known == null ? cost : known);
  }

  private RestoreLine costing(Cost known) {
    return copy(waitingSince, known);
  }

  private RestoreLine copy(Instant waitsSince, Cost known) {
    return new RestoreLine(
        restoreId,
        workflowId,
        runId,
        instanceId,
        regionId,
        state,
        phase,
        waitingFor,
        waitsSince,
        startedAt,
        endedAt,
        known,
        cloneSince);
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
