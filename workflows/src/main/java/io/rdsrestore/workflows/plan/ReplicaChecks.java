package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.ReplicaFacts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Read replicas get every restored row, too: which there are and how far they are behind. */
final class ReplicaChecks {
  private static final String ID = "replicas";
  private static final String DELAY = "replicas.delay";

  private ReplicaChecks() {}

  static List<PlanCheck> of(String primary, List<ReplicaFacts> replicas, Duration limit) {
    if (replicas.isEmpty()) {
      return List.of(PlanCheck.ok(ID, primary + " has no read replicas"));
    }
    List<String> ids = replicas.stream().map(replica -> replica.storage().instanceId()).toList();
    List<PlanCheck> checks = new ArrayList<>();
    checks.add(
        PlanCheck.warning(
            ID,
            "%s has read replicas, which get every restored row and may fall behind: %s"
                .formatted(primary, String.join(", ", ids)),
            "tell those who read there; slow the copy down with migration if delay matters"));
    for (ReplicaFacts replica : replicas) {
      checks.add(delay(replica, limit));
    }
    return checks;
  }

  private static PlanCheck delay(ReplicaFacts replica, Duration limit) {
    String id = replica.storage().instanceId();
    if (replica.delaySeconds() == null) {
      return PlanCheck.notChecked(
          DELAY, "how far %s is behind: %s".formatted(id, replica.delayUnknownBecause()));
    }
    String seen = "read replica %s is %d s behind".formatted(id, replica.delaySeconds());
    return replica.delaySeconds() > limit.toSeconds()
        ? PlanCheck.warning(
            DELAY,
            "%s, limits.replicaDelay is %d s: the copy would be paused at once"
                .formatted(seen, limit.toSeconds()),
            "wait until it has caught up, or start again with a higher limits.replicaDelay")
        : PlanCheck.ok(DELAY, seen);
  }
}
