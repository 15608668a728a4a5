package io.rdsrestore.worker.monitor;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.temporal.failure.ApplicationFailure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes out clones that somebody has deleted since: a restore that has ended tells for ever what it
 * told last, so RDS is asked. Only for a clone that was left, which is rare; for one that is gone
 * once, since an id does not come back.
 */
final class GoneClones {
  private static final Duration ASK_AGAIN = Duration.ofMinutes(10);

  /** Of many the others are asked for at the next look. */
  private static final int MOST_ASKED = 10;

  private final RdsActivities rds;
  private final Clock clock;
  private final Set<String> gone = new HashSet<>();
  private final Map<String, Instant> asked = new HashMap<>();

  GoneClones(RdsActivities rds, Clock clock) {
    this.rds = rds;
    this.clock = clock;
  }

  /** Those that are there, or may be. */
  List<CostlyClone> without(List<CostlyClone> clones) {
    List<CostlyClone> left =
        clones.stream().filter(one -> one.state() == CostlyClone.State.LEFT).toList();
    Set<String> ids = new HashSet<>(left.stream().map(CostlyClone::cloneId).toList());
    gone.retainAll(ids);
    asked.keySet().retainAll(ids);
    left.stream().filter(this::isDue).limit(MOST_ASKED).forEach(this::ask);
    return clones.stream().filter(one -> !gone.contains(one.cloneId())).toList();
  }

  private boolean isDue(CostlyClone one) {
    Instant last = asked.get(one.cloneId());
    return one.regionId() != null
        && !gone.contains(one.cloneId())
        && (last == null || !clock.instant().isBefore(last.plus(ASK_AGAIN)));
  }

  private void ask(CostlyClone one) {
    asked.put(one.cloneId(), clock.instant());
    try {
      var unused = rds.readInstance(new InstanceReference(one.regionId(), one.cloneId()));
    } catch (ApplicationFailure e) {
      // Whatever else it is does not say that the clone costs nothing.
      if (RestoreErrorCode.NOT_FOUND.name().equals(e.getType())) {
        gone.add(one.cloneId());
      }
    }
  }
}
