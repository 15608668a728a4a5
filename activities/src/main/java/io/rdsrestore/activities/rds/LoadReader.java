package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeDBInstancePerformanceRequest;
import io.rdsrestore.activities.LenientRead;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.LoadFacts;
import io.rdsrestore.workflows.plan.Engine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads the load of the last minutes. Each series says in its ValueFormat, for example {@code
 * cpuusage&memusage}, what the parts of its values are.
 */
final class LoadReader {
  private static final String CPU = "MySQL_MemCpuUsage";
  private static final String SESSIONS = "MySQL_Sessions";
  private static final String SEPARATOR = "&";
  // Figures come once in one or five minutes, by the instance's setting, and some minutes late.
  private static final Duration BACK = Duration.ofMinutes(15);

  private final CloudClient cloud;
  private final Clock clock;

  LoadReader(CloudClient cloud, Clock clock) {
    this.cloud = cloud;
    this.clock = clock;
  }

  LoadFacts read(InstanceReference instance, Engine engine) {
    int minutes = (int) BACK.toMinutes();
    if (!engine.tellsLoad()) {
      return new LoadFacts(
          minutes,
          null,
          null,
          "what DescribeDBInstancePerformance calls the load of %s is not public"
              .formatted(engine.title()));
    }
    LenientRead<List<Answer>> read = LenientRead.of(() -> series(instance));
    if (read.value() == null) {
      return new LoadFacts(minutes, null, null, read.unknownBecause());
    }
    Long cpu = highest(read.value(), CPU, "cpuusage");
    Long sessions = highest(read.value(), SESSIONS, "active_session");
    String because =
        cpu == null && sessions == null
            ? "DescribeDBInstancePerformance has no figures of the last %d minutes"
                .formatted(minutes)
            : null;
    return new LoadFacts(minutes, cpu, sessions, because);
  }

  private List<Answer> series(InstanceReference instance) {
    Instant now = clock.instant();
    DescribeDBInstancePerformanceRequest request = new DescribeDBInstancePerformanceRequest();
    request.setDBInstanceId(instance.instanceId());
    request.setKey(CPU + "," + SESSIONS);
    request.setStartTime(RdsTime.minutes(now.minus(BACK)));
    request.setEndTime(RdsTime.minutes(now));
    return cloud.read(instance.regionId(), request).list("PerformanceKeys", "PerformanceKey");
  }

  /** The highest value, rounded up; null if there is none. */
  private static Long highest(List<Answer> allSeries, String key, String part) {
    return allSeries.stream()
        .filter(series -> key.equals(series.text("Key")))
        .flatMap(series -> values(series, part).stream())
        .max(Long::compare)
        .orElse(null);
  }

  private static List<Long> values(Answer series, String part) {
    int at = Arrays.asList(series.textOrEmpty("ValueFormat").split(SEPARATOR, -1)).indexOf(part);
    return at < 0
        ? List.of()
        : series.list("Values", "PerformanceValue").stream()
            .map(value -> number(value.textOrEmpty("Value").split(SEPARATOR, -1), at))
            .filter(Objects::nonNull)
            .toList();
  }

  private static Long number(String[] parts, int at) {
    try {
      return at < parts.length ? (long) Math.ceil(Double.parseDouble(parts[at].strip())) : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
