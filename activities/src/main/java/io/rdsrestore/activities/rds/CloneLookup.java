package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.Leftover;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds clones by the mark in their description (DescribeDBInstances: SearchKey). */
final class CloneLookup {
  private static final Set<String> GOING = Set.of("deleting", "released");

  private final RdsApi rds;

  CloneLookup(RdsApi rds) {
    this.rds = rds;
  }

  static boolean isGoing(String status) {
    return status != null && GOING.contains(status.toLowerCase(Locale.ROOT));
  }

  /** The clone of this restore and ordinal that is there, and stays. */
  Optional<String> find(InstanceReference primary, String restoreId, int ordinal) {
    String word = RestoreMark.of(restoreId) + " #" + ordinal + " ";
    return ofRestore(primary, restoreId).stream()
        .filter(clone -> clone.textOrEmpty("DBInstanceDescription").contains(word))
        .filter(clone -> !isGoing(clone.text("DBInstanceStatus")))
        .map(clone -> clone.text("DBInstanceId"))
        .findFirst();
  }

  /** All clones of this restore, in whatever state. */
  List<Answer> ofRestore(InstanceReference primary, String restoreId) {
    return rds.instances(primary.regionId(), RestoreMark.of(restoreId)).stream()
        .filter(clone -> isCloneOf(primary, clone))
        .filter(
            clone -> RestoreMark.isMarked(clone.textOrEmpty("DBInstanceDescription"), restoreId))
        .toList();
  }

  /** Clones of this primary that carry any restore's mark. */
  List<Leftover> leftovers(InstanceReference primary) {
    return rds.instances(primary.regionId(), primary.instanceId()).stream()
        .filter(clone -> isCloneOf(primary, clone))
        .filter(clone -> !isGoing(clone.text("DBInstanceStatus")))
        .flatMap(clone -> leftover(primary, clone).stream())
        .toList();
  }

  private Optional<Leftover> leftover(InstanceReference primary, Answer clone) {
    String description = clone.textOrEmpty("DBInstanceDescription");
    String id = clone.text("DBInstanceId");
    return RestoreMark.restoreIdIn(description)
        .map(
            restoreId -> {
              Map<String, String> tags = new Tags(rds, primary.regionId()).of(id);
              return new Leftover(
                  "clone",
                  id,
                  restoreId,
                  // What keeps it writes its new end there.
                  tags.getOrDefault(
                      RestoreMark.TAG_EXPIRES, RestoreMark.expiryIn(description).orElse(null)),
                  null,
                  tags.get(RestoreMark.TAG_KEPT_BY),
                  tags.get(RestoreMark.TAG_KEPT_AT));
            });
  }

  private static boolean isCloneOf(InstanceReference primary, Answer instance) {
    return !primary.instanceId().equals(instance.text("DBInstanceId"))
        && RestoreMark.primaryIn(instance.textOrEmpty("DBInstanceDescription"))
            .filter(primary.instanceId()::equals)
            .isPresent();
  }
}
