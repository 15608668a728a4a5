package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.http.JsonBody;
import io.rdsrestore.sandbox.settings.BackupSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Backup sets, what is in them, and which instants can be restored. */
final class BackupActions {
  private static final Duration TAKES = Duration.ofMinutes(3);
  private static final Duration LOG_EVERY = Duration.ofMinutes(30);
  private static final long LOG_BYTES = 1L << 20;
  private static final Set<Integer> PAGE_SIZES = Set.of(30, 50, 100);

  private final RdsContext context;
  private final Instances instances;
  private final RestorePoints restorePoints;

  BackupActions(RdsContext context, Instances instances, RestorePoints restorePoints) {
    this.context = context;
    this.instances = instances;
    this.restorePoints = restorePoints;
  }

  Map<String, Object> describeBackups(ApiCall call) {
    Instance instance = instances.require(call);
    if (!PAGE_SIZES.contains(call.number("PageSize", 30))) {
      throw ApiException.invalid("PageSize", "30, 50 or 100 is expected.");
    }
    List<BackupSpec> found =
        instance.backups(context.clock().instant()).stream()
            .filter(filter(instance, call))
            .sorted(Comparator.comparing(BackupSpec::consistentAt).reversed())
            .toList();
    Page<BackupSpec> page = Page.of(call, found, 30, 30, 100);
    return JsonBody.of(
        "PageNumber",
        Integer.toString(page.number()),
        "PageRecordCount",
        Integer.toString(page.items().size()),
        "TotalRecordCount",
        Integer.toString(page.total()),
        "TotalBackupSize",
        found.stream().mapToLong(BackupSpec::sizeBytes).sum(),
        "Items",
        JsonBody.wrapped(
            "Backup", page.items().stream().map(backup -> view(instance, backup)).toList()));
  }

  /** CreateBackup: takes as long as a clone; one at a time. */
  Map<String, Object> create(ApiCall call) {
    Instance instance = instances.require(call);
    instances.requireRunning(instance);
    Instant now = context.clock().instant();
    if (instance.made().stream().anyMatch(backup -> !backup.isDone(now))) {
      throw new ApiException(403, "BackupJobExists", "Another backup of the instance is going on.");
    }
    Instant end = now.plus(context.timings().cloneCreation());
    MadeBackup made =
        new MadeBackup(
            context.ids().nextNumber(),
            BackupSpec.usable(context.ids().nextNumber(), end.truncatedTo(ChronoUnit.SECONDS)));
    instance.made().add(made);
    return JsonBody.of("BackupJobId", made.jobId());
  }

  /** DescribeBackupTasks: those that go on. */
  Map<String, Object> describeTasks(ApiCall call) {
    Instance instance = instances.require(call);
    Instant now = context.clock().instant();
    return JsonBody.of(
        "Items",
        JsonBody.wrapped(
            "BackupJob",
            instance.made().stream()
                .filter(backup -> !backup.isDone(now))
                .map(BackupActions::task)
                .toList()));
  }

  private static Map<String, Object> task(MadeBackup backup) {
    return JsonBody.of(
        "BackupJobId",
        backup.jobId(),
        "BackupStatus",
        "Backuping",
        "BackupProgressStatus",
        "Uploading",
        "Process",
        "50%",
        "JobMode",
        "Manual",
        "TaskAction",
        "doBackup");
  }

  Map<String, Object> describePolicy(ApiCall call) {
    Instance instance = instances.require(call);
    boolean log = instance.facts().logBackup();
    return JsonBody.of(
        "BackupRetentionPeriod",
        7,
        "LogBackupRetentionPeriod",
        7,
        "BackupLog",
        log ? "Enable" : "Disabled",
        "EnableBackupLog",
        log ? "1" : "0",
        "EnablePitrProtection",
        false,
        "BackupMethod",
        "Physical",
        "PreferredBackupPeriod",
        "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday",
        "PreferredBackupTime",
        "18:00Z-19:00Z",
        "ReleasedKeepPolicy",
        "None",
        "Category",
        "Standard");
  }

  /** Without log backups both ends are empty. */
  Map<String, Object> describeWindow(ApiCall call) {
    Instance instance = instances.require(call);
    if (instance.engine().equals("SQLServer")) {
      throw new ApiException(
          400,
          "InvalidDBInstanceEngineType.Format",
          "The specified engine does not support this action.");
    }
    boolean log = instance.facts().logBackup();
    return JsonBody.of(
        "DBInstanceId",
        instance.id(),
        "RecoveryBeginTime",
        log ? RdsTime.seconds(instance.windowBegin()) : "",
        "RecoveryEndTime",
        log ? RdsTime.seconds(restorePoints.windowEnd()) : "");
  }

  /** DescribeLogBackupFiles, of SQL Server: one file of log every half hour. */
  Map<String, Object> describeLogs(ApiCall call) {
    Instance instance = instances.require(call);
    if (!instance.engine().equals("SQLServer")) {
      throw new ApiException(
          400,
          "InvalidDBInstanceEngineType.Format",
          "The specified engine does not support this action.");
    }
    Instant start = RdsTime.parseMinutes("StartTime", call.require("StartTime"));
    Instant end = RdsTime.parseMinutes("EndTime", call.require("EndTime"));
    List<Map<String, Object>> found =
        (instance.facts().logBackup() ? Stream.of(restorePoints.windowEnd()) : Stream.<Instant>of())
            .flatMap(
                last ->
                    Stream.iterate(
                        last,
                        at -> !at.isBefore(instance.windowBegin()),
                        at -> at.minus(LOG_EVERY)))
            .filter(at -> !at.isBefore(start) && !at.isAfter(end))
            .map(BackupActions::log)
            .toList();
    Page<Map<String, Object>> page = Page.of(call, found, 30, 30, 100);
    return JsonBody.of(
        "PageNumber",
        page.number(),
        "PageRecordCount",
        page.items().size(),
        "TotalRecordCount",
        page.total(),
        "TotalFileSize",
        found.size() * LOG_BYTES,
        "Items",
        JsonBody.wrapped("BinLogFile", page.items()));
  }

  private static Map<String, Object> log(Instant end) {
    return JsonBody.of(
        "LogBeginTime",
        RdsTime.seconds(end.minus(LOG_EVERY)),
        "LogEndTime",
        RdsTime.seconds(end),
        "FileSize",
        LOG_BYTES,
        "DownloadLink",
        "",
        "IntranetDownloadLink",
        "",
        "LinkExpiredTime",
        RdsTime.seconds(end));
  }

  Map<String, Object> describeMeta(ApiCall call) {
    Instance instance = instances.require(call);
    String database = call.text("GetDbName");
    String pattern = call.text("Pattern");
    List<Map<String, Object>> found =
        context.backupContents().at(instance.id(), metaInstant(instance, call)).entrySet().stream()
            .filter(entry -> database == null || entry.getKey().equals(database))
            .filter(entry -> pattern == null || entry.getKey().contains(pattern))
            .map(
                entry ->
                    JsonBody.of(
                        "Database",
                        entry.getKey(),
                        "Tables",
                        String.join(",", entry.getValue()),
                        "Size",
                        "1048576"))
            .toList();
    if ((call.text("PageSize") == null) != (call.text("PageIndex") == null)) {
      throw ApiException.invalid("PageSize", "PageSize and PageIndex are given together.");
    }
    Page<Map<String, Object>> page = Page.of(call, "PageIndex", found, 1, 1, 100);
    int size = call.number("PageSize", 1);
    return JsonBody.of(
        "DBInstanceName",
        instance.id(),
        "PageNumber",
        page.number(),
        "PageRecordCount",
        page.items().size(),
        "TotalRecordCount",
        page.total(),
        "TotalPageCount",
        (page.total() + size - 1) / size,
        "Items",
        JsonBody.wrapped("Meta", page.items()));
  }

  private Instant metaInstant(Instance instance, ApiCall call) {
    if (call.text("RestoreType", "BackupSetID").equals("RestoreTime")) {
      return RdsTime.parseSeconds(
          call.require("RestoreTime"),
          new ApiException(400, "InvalidRestoreTime.Format", "yyyy-MM-ddTHH:mm:ssZ is expected."));
    }
    String backupId = call.require("BackupSetID");
    return instance.backups(context.clock().instant()).stream()
        .filter(backup -> backup.backupId().equals(backupId))
        .findFirst()
        .map(BackupSpec::consistentAt)
        .orElseThrow(
            () ->
                new ApiException(
                    404, "InvalidBackupSetID.NotFound", "The backup set does not exist."));
  }

  private static Predicate<BackupSpec> filter(Instance instance, ApiCall call) {
    String id = call.text("BackupId");
    String status = call.text("BackupStatus");
    String mode = call.text("BackupMode");
    String type = call.text("BackupType", "FullBackup");
    Instant start =
        call.text("StartTime") == null
            ? Instant.MIN
            : RdsTime.parseMinutes("StartTime", call.text("StartTime"));
    Instant end =
        call.text("EndTime") == null
            ? Instant.MAX
            : RdsTime.parseMinutes("EndTime", call.text("EndTime"));
    return backup ->
        (id == null || backup.backupId().equals(id))
            && (status == null || backup.status().equals(status))
            && (mode == null || mode.equals(mode(instance, backup)))
            && type.equals("FullBackup")
            && !backup.consistentAt().isBefore(start)
            && !backup.consistentAt().isAfter(end);
  }

  private static String mode(Instance instance, BackupSpec backup) {
    return instance.isMade(backup.backupId()) ? "Manual" : "Automated";
  }

  private static Map<String, Object> view(Instance instance, BackupSpec backup) {
    return JsonBody.of(
        "BackupId",
        backup.backupId(),
        "DBInstanceId",
        instance.id(),
        "BackupStatus",
        backup.status(),
        "BackupType",
        "FullBackup",
        "BackupMode",
        mode(instance, backup),
        "BackupMethod",
        "Physical",
        "BackupScale",
        "DBInstance",
        "BackupLocation",
        "OSS",
        "BackupStartTime",
        RdsTime.seconds(backup.consistentAt()),
        "BackupEndTime",
        RdsTime.seconds(backup.consistentAt().plus(TAKES)),
        "ConsistentTime",
        backup.consistentAt().getEpochSecond(),
        "BackupSize",
        backup.sizeBytes(),
        "StoreStatus",
        "Disabled",
        "IsAvail",
        backup.available() ? 1 : 0,
        "MetaStatus",
        "OK",
        "HostInstanceID",
        "1000001",
        "Engine",
        instance.engine(),
        "EngineVersion",
        instance.facts().engineVersion(),
        "BackupDownloadLinkByDB",
        JsonBody.wrapped("BackupDownloadLinkByDB", List.of()));
  }
}
