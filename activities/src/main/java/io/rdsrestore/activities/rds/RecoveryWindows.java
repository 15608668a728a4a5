package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.DescribeLocalAvailableRecoveryTimeRequest;
import com.aliyuncs.rds.model.v20140815.DescribeLogBackupFilesRequest;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.plan.WindowSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** Reads the recovery window of an instance, from what its engine has for it. */
final class RecoveryWindows {
  private static final int PAGE_SIZE = 100;
  private static final int DEFAULT_LOG_DAYS = 7;

  /** As far back as the end of the newest log backup is looked for. */
  private static final Duration BACK = Duration.ofDays(1);

  private final CloudClient cloud;
  private final Clock clock;

  RecoveryWindows(CloudClient cloud, Clock clock) {
    this.cloud = cloud;
    this.clock = clock;
  }

  /**
   * The window of an instance whose log backup is on.
   *
   * @param logPolicy DescribeBackupPolicy, with the fields of log backup
   * @param backups its backup sets
   */
  RecoveryWindow of(
      WindowSource source,
      InstanceReference instance,
      Answer logPolicy,
      List<BackupFacts> backups) {
    return switch (source) {
      case RECOVERY_TIME -> {
        Answer window = recoveryTime(instance);
        yield new RecoveryWindow(RdsTime.parse(window.text("RecoveryBeginTime")), end(window));
      }
      case BACKUPS -> new RecoveryWindow(begin(logPolicy, backups), lastLogEnd(instance));
    };
  }

  /** Whether backup sets as they were seen rule an instant out. */
  boolean beginsTooLate(
      WindowSource source, Answer logPolicy, List<BackupFacts> backups, Instant restoreTo) {
    return switch (source) {
      case RECOVERY_TIME -> false;
      case BACKUPS -> {
        Instant begin = begin(logPolicy, backups);
        yield begin == null || restoreTo.isBefore(begin);
      }
    };
  }

  /** The last instant that can be restored; null if nothing tells. */
  Instant endOf(WindowSource source, InstanceReference instance) {
    return switch (source) {
      case RECOVERY_TIME -> end(recoveryTime(instance));
      case BACKUPS -> lastLogEnd(instance);
    };
  }

  private static Instant end(Answer window) {
    return RdsTime.parse(window.text("RecoveryEndTime"));
  }

  private Answer recoveryTime(InstanceReference instance) {
    DescribeLocalAvailableRecoveryTimeRequest request =
        new DescribeLocalAvailableRecoveryTimeRequest();
    request.setDBInstanceId(instance.instanceId());
    return cloud.read(instance.regionId(), request);
  }

  /** Logs are replayed on a full set: the oldest usable one whose logs are still kept. */
  private Instant begin(Answer logPolicy, List<BackupFacts> backups) {
    long days = logPolicy.number("LogBackupRetentionPeriod", DEFAULT_LOG_DAYS);
    Instant keptSince = clock.instant().minus(Duration.ofDays(days));
    return backups.stream()
        .filter(BackupFacts::usable)
        .map(BackupFacts::instant)
        .filter(instant -> instant != null && !instant.isBefore(keptSince))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** LogEndTime of the newest log backup; null if there was none for a day. */
  private Instant lastLogEnd(InstanceReference instance) {
    Instant now = clock.instant();
    return Pages.all(
            cloud,
            instance.regionId(),
            page -> {
              DescribeLogBackupFilesRequest request = new DescribeLogBackupFilesRequest();
              request.setDBInstanceId(instance.instanceId());
              request.setStartTime(RdsTime.minutes(now.minus(BACK)));
              request.setEndTime(RdsTime.minutes(now.plus(Duration.ofMinutes(1))));
              request.setPageSize(PAGE_SIZE);
              request.setPageNumber(page);
              return request;
            },
            "Items",
            "BinLogFile")
        .stream()
        .map(file -> RdsTime.parse(file.text("LogEndTime")))
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
