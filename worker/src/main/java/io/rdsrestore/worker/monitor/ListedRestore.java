package io.rdsrestore.worker.monitor;

import java.time.Instant;

/**
 * A restore, or what keeps something beyond one, as the namespace lists it.
 *
 * @param running false once it has ended, however
 * @param phase search attribute {@code RestorePhase}; null if it has told none yet
 * @param gate the kind of gate at which a person is waited for; null if none is
 * @param waitingSince null if it does not wait, or nobody tells
 * @param phaseSince null if nobody tells
 * @param cloneId the clone it uses, keeps or has used; null if it has bought none
 * @param cloneSince since when that costs; null if it does not any more
 * @param keptUntil when a kept clone is removed; null if none is kept
 */
record ListedRestore(
    String workflowId,
    String regionId,
    boolean running,
    Instant startedAt,
    String phase,
    String gate,
    Instant waitingSince,
    Instant phaseSince,
    String cloneId,
    Instant cloneSince,
    Instant keptUntil) {

  /** When the phase was entered; at the latest, since a restore of an older worker tells less. */
  Instant inPhaseSince() {
    return phaseSince == null ? startedAt : phaseSince;
  }

  /** When the gate was opened; likewise. */
  Instant atGateSince() {
    return waitingSince == null ? inPhaseSince() : waitingSince;
  }
}
