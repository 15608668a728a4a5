package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.ReplicaFacts;
import io.rdsrestore.workflows.activity.StorageFacts;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether there is room on the disks of the primary and its replicas for what comes back and for
 * the log that this writes, which is about as much again.
 */
public final class DiskChecks {
  private static final String DISK = "disk";
  private static final String REPLICAS = "replicas.disk";
  private static final long ROWS_AND_LOG = 2;
  private static final long NEAR_PERCENT = 10;

  private DiskChecks() {}

  /**
   * One row an instance.
   *
   * @param chosenBytes what comes back, data and indexes; null if only an upper bound is known, all
   *     that the instance holds
   * @param diskPercent how full a disk may get
   */
  public static List<PlanCheck> of(
      CapacityFacts capacity, Long chosenBytes, int diskPercent, Engine engine) {
    Long most = chosenBytes != null ? chosenBytes : mostOf(capacity.storage());
    boolean exact = chosenBytes != null;
    List<PlanCheck> checks = new ArrayList<>();
    checks.add(check(DISK, capacity.storage(), most, exact, diskPercent, engine));
    for (ReplicaFacts replica : capacity.replicas()) {
      checks.add(check(REPLICAS, replica.storage(), most, exact, diskPercent, engine));
    }
    return checks;
  }

  private static Long mostOf(StorageFacts primary) {
    return primary.dataBytes() != null ? primary.dataBytes() : primary.usedBytes();
  }

  private static PlanCheck check(
      String id, StorageFacts storage, Long comesBack, boolean exact, int limit, Engine engine) {
    String instance = storage.instanceId();
    if (!storage.known()) {
      return PlanCheck.notChecked(
          id,
          "how full the disk of %s is: %s"
              .formatted(
                  instance,
                  storage.unknownBecause() == null
                      ? "RDS does not tell its size"
                      : storage.unknownBecause()));
    }
    long now = storage.percentOf(storage.usedBytes());
    String state =
        "the disk of %s is %d %% full (%s of %d GB)"
            .formatted(instance, now, Sizes.text(storage.usedBytes()), storage.storageGb());
    if (now >= limit) {
      return PlanCheck.blocker(
          id, "%s, limits.diskPercent is %d".formatted(state, limit), remedy(instance));
    }
    if (comesBack == null) {
      return PlanCheck.notChecked(id, state + "; how much comes back is not known");
    }
    long then = storage.percentOf(storage.usedBytes() + ROWS_AND_LOG * comesBack);
    String forecast =
        "%s; with %s that come back and about as much %s it would be %d %%"
            .formatted(
                state, (exact ? "" : "at most ") + Sizes.text(comesBack), engine.log(), then);
    if (then >= limit) {
      String message = "%s, limits.diskPercent is %d".formatted(forecast, limit);
      return exact
          ? PlanCheck.blocker(id, message, remedy(instance))
          : PlanCheck.warning(
              id,
              message,
              "compare with the size of what you have chosen; if it is short, " + remedy(instance));
    }
    return then + NEAR_PERCENT > limit
        ? PlanCheck.warning(
            id, "%s, near limits.diskPercent %d".formatted(forecast, limit), remedy(instance))
        : PlanCheck.ok(id, forecast);
  }

  private static String remedy(String instance) {
    return "enlarge the storage of %s (aliyun rds ModifyDBInstanceSpec --DBInstanceId %s --PayType <Postpaid or Prepaid> --DBInstanceStorage <GB>), or choose fewer tables"
        .formatted(instance, instance);
  }
}
