package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.LenientRead;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.CapacityQuery;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ReplicaFacts;
import io.rdsrestore.workflows.activity.StorageFacts;
import io.rdsrestore.workflows.activity.WhitelistFacts;
import java.time.Clock;
import java.util.List;

/** Reads how much room and strength a primary has left. */
final class CapacityReader {
  private final RdsApi rds;
  private final ReplicaDelay delay;
  private final LoadReader load;

  CapacityReader(RdsApi rds, Clock clock) {
    this.rds = rds;
    this.delay = new ReplicaDelay(rds.cloud());
    this.load = new LoadReader(rds.cloud(), clock);
  }

  CapacityFacts read(CapacityQuery query) {
    return new CapacityFacts(
        storage(query.primary(), query.storageGb()),
        query.replicaIds().stream().map(id -> replica(query.primary(), id)).toList(),
        load.read(query.primary(), query.engine()),
        whitelist(query.primary()));
  }

  private StorageFacts storage(InstanceReference instance, int storageGb) {
    LenientRead<Answer> usage = LenientRead.of(() -> rds.usage(instance));
    Long used = usage.value() == null ? null : bytes(usage.value(), "DiskUsed");
    String because =
        used != null
            ? null
            : usage.unknownBecause() != null
                ? usage.unknownBecause()
                : "DescribeResourceUsage names no DiskUsed";
    return new StorageFacts(
        instance.instanceId(),
        storageGb,
        used,
        usage.value() == null ? null : bytes(usage.value(), "DataSize"),
        because);
  }

  /** -1 stands for no data. */
  private static Long bytes(Answer usage, String field) {
    long bytes = usage.number(field, -1);
    return bytes < 0 ? null : bytes;
  }

  private ReplicaFacts replica(InstanceReference primary, String id) {
    InstanceReference replica = new InstanceReference(primary.regionId(), id);
    LenientRead<Integer> storageGb =
        LenientRead.of(
            () ->
                rds.instance(replica)
                    .map(attribute -> (int) attribute.number("DBInstanceStorage", 0))
                    .orElse(null));
    LenientRead<Long> seconds = LenientRead.of(() -> delay.seconds(primary, id));
    return new ReplicaFacts(
        storage(replica, storageGb.value() == null ? 0 : storageGb.value()),
        seconds.value(),
        seconds.unknownBecause());
  }

  private WhitelistFacts whitelist(InstanceReference instance) {
    LenientRead<List<Answer>> read = LenientRead.of(() -> rds.whitelistGroups(instance));
    if (read.value() == null) {
      return new WhitelistFacts(null, false, 0, read.unknownBecause());
    }
    List<Answer> own =
        read.value().stream()
            .filter(
                group -> RestoreMark.WHITELIST_GROUP.equals(group.text("DBInstanceIPArrayName")))
            .toList();
    return new WhitelistFacts(
        read.value().size(),
        !own.isEmpty(),
        own.stream().mapToInt(group -> Whitelist.split(group).size()).sum(),
        null);
  }
}
