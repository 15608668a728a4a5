package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.RemovalLog;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveClones;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Removes the clones of a restore (DeleteDBInstance; invariant I3): what each is is read right
 * before it is deleted.
 */
final class CloneRemoval {
  private final RdsApi rds;
  private final SecondLook secondLook;
  private final CloneLookup lookup;
  private final CloneTagging tagging;
  private final ActivityBoundary boundary;

  CloneRemoval(
      RdsApi rds,
      SecondLook secondLook,
      CloneLookup lookup,
      CloneTagging tagging,
      ActivityBoundary boundary) {
    this.rds = rds;
    this.secondLook = secondLook;
    this.lookup = lookup;
    this.tagging = tagging;
    this.boundary = boundary;
  }

  Removal remove(RemoveClones wanted) {
    RemovalLog log = RemovalLog.resume();
    Set<String> candidates = new LinkedHashSet<>();
    for (Answer clone : lookup.ofRestore(wanted.primary(), wanted.restoreId())) {
      candidates.add(clone.text("DBInstanceId"));
    }
    if (wanted.knownCloneId() != null) {
      candidates.add(wanted.knownCloneId());
    }
    for (String id : candidates) {
      removeOne(wanted, id, log);
    }
    if (candidates.isEmpty()) {
      boundary.lookOnUntil(wanted.keepLooking(), "No clone of this restore is listed");
    }
    if (log.pending().isEmpty()) {
      return log.result();
    }
    throw boundary.notYet("Clone " + String.join(", ", log.pending()) + " is being deleted");
  }

  private void removeOne(RemoveClones wanted, String id, RemovalLog log) {
    InstanceReference clone = new InstanceReference(wanted.primary().regionId(), id);
    Optional<Answer> found = secondLook.look(() -> rds.instance(clone), CloneRemoval::isGone);
    if (isGone(found)) {
      if (found.isEmpty() && !log.isAsked(id)) {
        // A fresh clone may be hidden for a while: it must not be left for that.
        boundary.lookOnUntil(wanted.keepLooking(), "Clone %s is not there".formatted(id));
      }
      log.removed(id);
      return;
    }
    Optional<String> keep = reasonToKeep(wanted, id, found.get());
    if (keep.isEmpty() && tagIfUntagged(wanted, clone, found.get())) {
      // That took a moment: what it is now counts.
      found = rds.instance(clone);
      keep = found.flatMap(now -> reasonToKeep(wanted, id, now));
    }
    if (keep.isPresent()) {
      log.left(id, keep.get());
      return;
    }
    log.removing(id);
    DeleteDBInstanceRequest request = new DeleteDBInstanceRequest();
    request.setDBInstanceId(id);
    try {
      rds.cloud().write(clone.regionId(), request);
    } catch (CloudException e) {
      if (!e.isAbsent()) {
        throw e;
      }
    }
    if (isGone(rds.instance(clone))) {
      log.removed(id);
    }
  }

  /**
   * A worker that stopped between purchase and tagging leaves a clone without our tag, and the
   * permissions may allow to delete only what has it.
   *
   * @return whether it was tagged now
   */
  private boolean tagIfUntagged(RemoveClones wanted, InstanceReference clone, Answer instance) {
    String tagged =
        new Tags(rds, clone.regionId()).of(clone.instanceId()).get(RestoreMark.TAG_RESTORE_ID);
    Optional<RestoreMark.Clone> mark =
        RestoreMark.cloneIn(instance.textOrEmpty("DBInstanceDescription"));
    if (wanted.restoreId().equals(tagged) || mark.isEmpty()) {
      return false;
    }
    return tagging.tryTo(
        CloneTags.of(clone, wanted.restoreId(), mark.get().primaryId(), mark.get().expires()));
  }

  private static boolean isGone(Optional<Answer> instance) {
    return instance.isEmpty() || CloneLookup.isGoing(instance.get().text("DBInstanceStatus"));
  }

  private static Optional<String> reasonToKeep(RemoveClones wanted, String id, Answer instance) {
    String description = instance.textOrEmpty("DBInstanceDescription");
    List<String> reasons = new ArrayList<>();
    if (id.equals(wanted.primary().instanceId())) {
      reasons.add("It is the primary.");
    }
    if (!RestoreMark.isMarked(description, wanted.restoreId())) {
      reasons.add("Its description does not carry the mark of this restore any more.");
    }
    if (instance.isTrue("DeletionProtection")) {
      reasons.add("Somebody switched its deletion protection on.");
    }
    return reasons.stream().findFirst();
  }
}
