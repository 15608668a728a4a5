package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Attempt;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.time.Duration;
import java.util.Optional;

/** One look whether a clone runs. Every state that is not known to be final is waited on. */
final class CloneWait {
  /** A fresh instance may be missing for a while: half of what an unknown outcome is waited for. */
  private static final Duration MAY_BE_MISSING = Duration.ofMinutes(5);

  private final RdsApi rds;
  private final InstanceReader reader;
  private final SecondLook secondLook;
  private final ActivityBoundary boundary;

  CloneWait(RdsApi rds, InstanceReader reader, SecondLook secondLook, ActivityBoundary boundary) {
    this.rds = rds;
    this.reader = reader;
    this.secondLook = secondLook;
    this.boundary = boundary;
  }

  InstanceFacts look(InstanceReference clone) {
    Optional<Answer> found = secondLook.look(() -> rds.instance(clone), CloneWait::isBad);
    String status =
        found.map(answer -> answer.textOrEmpty("DBInstanceStatus")).orElse("not listed");
    String seen = "Clone %s is %s".formatted(clone.instanceId(), status);
    if (isBad(found)) {
      boolean early = Attempt.current().elapsed().compareTo(MAY_BE_MISSING) < 0;
      if (found.isEmpty() && early) {
        throw boundary.notYet(seen);
      }
      throw Failures.of(
          RestoreErrorCode.NOT_FOUND,
          seen + ".",
          new CloudRefusal(
              "DescribeDBInstanceAttribute",
              null,
              null,
              "Somebody released the clone: start over."));
    }
    if (!InstanceReader.RUNNING.equals(status)) {
      throw boundary.notYet(seen);
    }
    return reader.facts(clone, found.get());
  }

  private static boolean isBad(Optional<Answer> found) {
    return found.isEmpty() || CloneLookup.isGoing(found.get().text("DBInstanceStatus"));
  }
}
