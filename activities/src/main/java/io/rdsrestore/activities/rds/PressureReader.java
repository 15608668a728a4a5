package io.rdsrestore.activities.rds;

import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.PrimaryWatch;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether a primary suffers more than it may. What RDS does not tell is no pressure: a copy is not
 * stopped because a figure is missing.
 */
public final class PressureReader {
  private static final List<String> UNLOCKED = List.of("", "Unlock");
  private static final long BYTES_PER_GB = 1L << 30;
  private static final int PERCENT = 100;

  private final RdsApi rds;
  private final ReplicaDelay delay;

  public PressureReader(CloudClient cloud) {
    rds = new RdsApi(cloud, new SecondLook(Duration.ZERO));
    delay = new ReplicaDelay(cloud);
  }

  /** What limit is passed, in one sentence; null if none is. */
  public String read(PrimaryWatch watch) {
    Answer attribute = quietly(() -> rds.instance(watch.primary()).orElse(null));
    return Stream.concat(
            Stream.<Supplier<String>>of(() -> lock(watch, attribute), () -> disk(watch, attribute)),
            watch.replicaIds().stream().map(id -> () -> behind(watch, id)))
        .map(PressureReader::quietly)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private static String lock(PrimaryWatch watch, Answer attribute) {
    String lock = attribute == null ? "" : attribute.textOrEmpty("LockMode");
    return UNLOCKED.contains(lock)
        ? null
        : "%s is locked (RDS: LockMode %s)".formatted(watch.primary().instanceId(), lock);
  }

  private String disk(PrimaryWatch watch, Answer attribute) {
    long storageGb =
        attribute == null
            ? watch.storageGb()
            : attribute.number("DBInstanceStorage", watch.storageGb());
    long used = rds.usage(watch.primary()).number("DiskUsed", -1);
    if (used < 0 || storageGb <= 0) {
      return null;
    }
    long percent = used * PERCENT / (storageGb * BYTES_PER_GB);
    return percent < watch.diskPercent()
        ? null
        : "the disk of %s is %d %% full (%d of %d GB), limits.diskPercent is %d"
            .formatted(
                watch.primary().instanceId(),
                percent,
                used / BYTES_PER_GB,
                storageGb,
                watch.diskPercent());
  }

  private String behind(PrimaryWatch watch, String replicaId) {
    Long seconds = delay.seconds(watch.primary(), replicaId);
    return seconds == null || seconds <= watch.replicaDelay().toSeconds()
        ? null
        : "read replica %s is %d s behind %s, limits.replicaDelay is %d s"
            .formatted(
                replicaId, seconds, watch.primary().instanceId(), watch.replicaDelay().toSeconds());
  }

  private static <T> T quietly(Supplier<T> look) {
    try {
      return look.get();
    } catch (CloudException e) {
      // Not told: no pressure that is known.
      return null;
    }
  }
}
