package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.BackupSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** How an instance is: what it holds, how far its replicas are, what it is busy with. */
final class ConditionActions {
  private static final int MAX_KEYS = 30;
  private static final int MAX_POINTS = 1440;
  private static final double LOG_SHARE = 0.1;

  private final RdsContext context;
  private final Instances instances;

  ConditionActions(RdsContext context, Instances instances) {
    this.context = context;
    this.instances = instances;
  }

  /** All sizes are bytes. */
  Map<String, Object> describeUsage(ApiCall call) {
    Instance instance = instances.require(call);
    long disk = diskUsed(instance);
    long log = (long) (disk * LOG_SHARE);
    long backups =
        instance.backups(context.clock().instant()).stream().mapToLong(BackupSpec::sizeBytes).sum();
    return JsonBody.of(
        "DBInstanceId",
        instance.id(),
        "Engine",
        instance.engine(),
        "DiskUsed",
        disk,
        "DataSize",
        disk - log,
        "LogSize",
        log,
        "SQLSize",
        0L,
        "BackupSize",
        backups,
        "BackupDataSize",
        backups,
        "BackupLogSize",
        0L,
        "BackupOssDataSize",
        backups,
        "BackupOssLogSize",
        0L);
  }

  /** What was set, but never less than what the databases really hold. */
  private long diskUsed(Instance instance) {
    long held =
        instance.isRunning(context.clock().instant())
            ? context.dataPlane().dataBytes(instance.dataId())
            : 0;
    return Math.max(instance.condition().diskUsedBytes(), held);
  }

  Map<String, Object> describeDelay(ApiCall call) {
    Instance primary = instances.require(call);
    String replica = call.require("ReadInstanceId");
    Integer delay = primary.condition().replicaDelaySeconds().get(replica);
    if (delay == null) {
      throw Instances.notFound();
    }
    Map<String, Object> item =
        JsonBody.of(
            "DBInstanceId",
            primary.id(),
            "ReadDBInstanceNames",
            JsonBody.wrapped("ReadDBInstanceName", List.of(replica)),
            "ReadDelayTimes",
            JsonBody.wrapped("ReadDelayTime", List.of(delay.toString())),
            "ReadonlyInstanceDelay",
            JsonBody.wrapped("ReadonlyInstanceDelay", List.of()));
    return JsonBody.of(
        "DBInstanceId",
        primary.id(),
        "ReadDBInstanceId",
        replica,
        "DelayTime",
        delay,
        "Items",
        JsonBody.wrapped("Items", List.of(item)));
  }

  /**
   * One point a minute, each as things are now; a key that the sandbox does not know is missing.
   */
  Map<String, Object> describePerformance(ApiCall call) {
    Instance instance = instances.require(call);
    String start = call.require("StartTime");
    String end = call.require("EndTime");
    Instant from = RdsTime.parseMinutes("StartTime", start);
    Instant to = RdsTime.parseMinutes("EndTime", end);
    if (!from.isBefore(to)) {
      throw new ApiException(400, "InvalidEndTime.Malformed", "EndTime must be after StartTime.");
    }
    List<String> keys = Arrays.asList(call.require("Key").split(",", -1));
    if (keys.size() > MAX_KEYS) {
      throw ApiException.invalid("Key", "at most 30 are allowed.");
    }
    return JsonBody.of(
        "DBInstanceId",
        instance.id(),
        "Engine",
        instance.engine(),
        "StartTime",
        start,
        "EndTime",
        end,
        "PerformanceKeys",
        JsonBody.wrapped(
            "PerformanceKey",
            keys.stream().flatMap(key -> metric(key.strip(), instance, from, to)).toList()));
  }

  private static Stream<Map<String, Object>> metric(
      String key, Instance instance, Instant from, Instant to) {
    double cpu = instance.condition().cpuPercent();
    return switch (key) {
      case "MySQL_MemCpuUsage" ->
          Stream.of(metric(key, "cpuusage&memusage", "%", pair(cpu, 40), from, to));
      case "MySQL_QPSTPS" -> Stream.of(metric(key, "QPS&TPS", "int", pair(120, 15), from, to));
      case "MySQL_Sessions" ->
          Stream.of(metric(key, "active_session&total_session", "int", "2&20", from, to));
      default -> Stream.empty();
    };
  }

  private static String pair(double first, double second) {
    return String.format(Locale.ROOT, "%.2f&%.2f", first, second);
  }

  private static Map<String, Object> metric(
      String key, String format, String unit, String value, Instant from, Instant to) {
    List<Map<String, Object>> points =
        Stream.iterate(from, at -> !at.isAfter(to), at -> at.plus(Duration.ofMinutes(1)))
            .limit(MAX_POINTS)
            .map(at -> JsonBody.of("Date", RdsTime.seconds(at), "Value", value))
            .toList();
    return JsonBody.of(
        "Key",
        key,
        "Unit",
        unit,
        "ValueFormat",
        format,
        "Values",
        JsonBody.wrapped("PerformanceValue", points));
  }
}
