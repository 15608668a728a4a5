package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeBackupPolicyRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeMetaListRequest;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.activity.RecoveryQuery;
import io.rdsrestore.workflows.request.RestorePoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Reads what an instance can be restored to, and what is there of earlier restores. */
final class RecoveryReader {
  private static final int PAGE_SIZE = 100;
  private static final int DEFAULT_RETENTION_DAYS = 7;
  private static final String LOG_POLICY = "LogBackupPolicy";

  private final CloudClient cloud;
  private final SecondLook secondLook;
  private final CloneLookup clones;
  private final Clock clock;
  private final RecoveryWindows windows;

  RecoveryReader(CloudClient cloud, SecondLook secondLook, CloneLookup clones, Clock clock) {
    this.cloud = cloud;
    this.secondLook = secondLook;
    this.clones = clones;
    this.clock = clock;
    this.windows = new RecoveryWindows(cloud, clock);
  }

  RecoveryFacts read(RecoveryQuery query) {
    InstanceReference instance = query.instance();
    Answer policy = policy(instance, null);
    // Which of the two policies the plain call answers is not documented.
    Answer logPolicy = hasLogFields(policy) ? policy : policy(instance, LOG_POLICY);
    boolean logBackup = isLogBackupOn(logPolicy);
    int retentionDays = (int) policy.number("BackupRetentionPeriod", DEFAULT_RETENTION_DAYS);
    RestorePoint restoreTo = query.restoreTo();
    // A set that cannot be restored ends a restore: that is not said after one look.
    List<BackupFacts> backups =
        secondLook.look(
            () -> backups(instance, retentionDays),
            seen ->
                restoreTo.backupId() != null
                    ? requested(seen, restoreTo).filter(BackupFacts::usable).isEmpty()
                    : logBackup
                        && windows.beginsTooLate(
                            query.engine().window(), logPolicy, seen, restoreTo.time()));
    RecoveryWindow window =
        logBackup
            ? windows.of(query.engine().window(), instance, logPolicy, backups)
            : RecoveryWindow.NONE;
    return new RecoveryFacts(
        window.begin(),
        window.end(),
        logBackup,
        retentionDays,
        requested(backups, restoreTo).orElse(null),
        nearest(backups, restoreTo.time()),
        contents(query),
        clones.leftovers(instance));
  }

  private static Optional<BackupFacts> requested(
      List<BackupFacts> backups, RestorePoint restoreTo) {
    return backups.stream()
        .filter(backup -> backup.backupId().equals(restoreTo.backupId()))
        .findFirst();
  }

  /** The last instant that can be restored; null if nothing tells. */
  Instant windowEnd(RecoveryQuery query) {
    return windows.endOf(query.engine().window(), query.instance());
  }

  private Answer policy(InstanceReference instance, String mode) {
    DescribeBackupPolicyRequest request = new DescribeBackupPolicyRequest();
    request.setDBInstanceId(instance.instanceId());
    if (mode != null) {
      request.setBackupPolicyMode(mode);
    }
    return cloud.read(instance.regionId(), request);
  }

  private static boolean hasLogFields(Answer policy) {
    return policy.text("BackupLog") != null || policy.text("EnableBackupLog") != null;
  }

  private static boolean isLogBackupOn(Answer policy) {
    String backupLog = policy.textOrEmpty("BackupLog");
    String enabled = policy.textOrEmpty("EnableBackupLog");
    return backupLog.equalsIgnoreCase("Enable")
        || backupLog.equalsIgnoreCase("Enabled")
        || enabled.equals("1")
        || enabled.equalsIgnoreCase("True");
  }

  private List<BackupFacts> backups(InstanceReference instance, int retentionDays) {
    return backups(instance, clock.instant().minus(Duration.ofDays(retentionDays + 1L)));
  }

  /** Backup sets of any state whose backup began not long before an instant, or later. */
  List<BackupFacts> backups(InstanceReference instance, Instant since) {
    Instant now = clock.instant();
    return Pages.all(
            cloud,
            instance.regionId(),
            page -> {
              DescribeBackupsRequest request = new DescribeBackupsRequest();
              request.setDBInstanceId(instance.instanceId());
              request.setStartTime(RdsTime.minutes(since));
              request.setEndTime(RdsTime.minutes(now.plus(Duration.ofMinutes(1))));
              request.setPageSize(PAGE_SIZE);
              request.setPageNumber(page);
              return request;
            },
            "Items",
            "Backup")
        .stream()
        .map(RecoveryReader::backup)
        .filter(Objects::nonNull)
        .toList();
  }

  private static BackupFacts backup(Answer backup) {
    if (backup.text("BackupId") == null) {
      return null;
    }
    long consistentAt = backup.number("ConsistentTime", 0);
    return new BackupFacts(
        backup.text("BackupId"),
        backup.text("BackupStatus"),
        backup.text("BackupType"),
        backup.number("IsAvail", 0) == 1,
        RdsTime.parse(backup.text("BackupEndTime")),
        consistentAt > 0 ? Instant.ofEpochSecond(consistentAt) : null,
        backup.number("BackupSize", 0));
  }

  /** The newest usable set at or before an instant; the newest at all without one. */
  static BackupFacts nearest(List<BackupFacts> backups, Instant instant) {
    return backups.stream()
        .filter(BackupFacts::usable)
        .filter(backup -> heldAt(backup) != null)
        .filter(backup -> instant == null || !heldAt(backup).isAfter(instant))
        .max(Comparator.comparing(RecoveryReader::heldAt))
        .orElse(null);
  }

  private static Instant heldAt(BackupFacts backup) {
    return backup.consistentAt() != null ? backup.consistentAt() : backup.endTime();
  }

  private Map<String, List<String>> contents(RecoveryQuery query) {
    Map<String, List<String>> contents = new LinkedHashMap<>();
    try {
      for (String database : query.databases()) {
        DescribeMetaListRequest request = metaList(query);
        request.setGetDbName(database);
        for (Answer meta : cloud.read(query.instance().regionId(), request).list("Items", "Meta")) {
          if (database.equals(meta.text("Database"))) {
            contents.put(database, tables(meta.textOrEmpty("Tables")));
          }
        }
      }
      return contents.isEmpty() && isEmptyList(query) ? null : contents;
    } catch (CloudException e) {
      if (e.errorClass().restoreErrorCode().isRetryable()) {
        throw e;
      }
      // No list: restoring single databases is not switched on, or not known for this set.
      return null;
    }
  }

  /** A list that names no database at all is none: nobody could be told what the backup lacks. */
  private boolean isEmptyList(RecoveryQuery query) {
    DescribeMetaListRequest request = metaList(query);
    request.setPageSize(1);
    request.setPageIndex(1);
    return cloud.read(query.instance().regionId(), request).list("Items", "Meta").isEmpty();
  }

  private static DescribeMetaListRequest metaList(RecoveryQuery query) {
    DescribeMetaListRequest request = new DescribeMetaListRequest();
    request.setDBInstanceId(query.instance().instanceId());
    RestorePoint restoreTo = query.restoreTo();
    if (restoreTo.backupId() != null) {
      request.setRestoreType("BackupSetID");
      request.putQueryParameter("BackupSetID", restoreTo.backupId());
    } else {
      request.setRestoreType("RestoreTime");
      request.setRestoreTime(RdsTime.seconds(restoreTo.time()));
    }
    return request;
  }

  /** Tables: names separated by commas, bare or as a JSON list. */
  static List<String> tables(String text) {
    List<String> tables = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      String name = part.replaceAll("^[\\s\\[\"]+|[\\s\\]\"]+$", "");
      if (!name.isEmpty()) {
        tables.add(name);
      }
    }
    return tables;
  }
}
