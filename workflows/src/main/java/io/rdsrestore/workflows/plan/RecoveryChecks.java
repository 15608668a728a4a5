package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import java.time.Instant;
import java.util.List;

/** Whether the restore point can be had. */
final class RecoveryChecks {
  private static final String WINDOW = "recovery.window";
  private static final String LOG_BACKUP = "recovery.logBackup";
  private static final String BACKUP_SET = "backup.set";

  private RecoveryChecks() {}

  static List<PlanCheck> of(PlanInputs inputs) {
    RecoveryFacts recovery = inputs.recovery();
    String instance = inputs.primary().instance().instanceId();
    String backupId = inputs.request().restoreTo().backupId();
    if (backupId != null) {
      return List.of(backupSet(backupId, recovery, instance));
    }
    Instant time = inputs.request().restoreTo().time();
    return List.of(window(time, recovery, instance), logBackup(time, recovery, instance));
  }

  private static PlanCheck window(Instant time, RecoveryFacts recovery, String instance) {
    if (recovery.windowBegin() == null || recovery.windowEnd() == null) {
      return PlanCheck.blocker(
          WINDOW,
          "RDS names no recovery window for %s, so no instant can be restored".formatted(instance),
          "retry later, or " + byBackupSet(recovery));
    }
    String window = "%s to %s".formatted(recovery.windowBegin(), recovery.windowEnd());
    if (time.isBefore(recovery.windowBegin())) {
      return PlanCheck.refusal(
          WINDOW,
          "%s is before the recovery window of %s, %s".formatted(time, instance, window),
          "choose an instant inside it, or " + byBackupSet(recovery));
    }
    if (time.isAfter(recovery.windowEnd())) {
      return PlanCheck.warning(
          WINDOW,
          "%s is not yet in the recovery window of %s, %s; the restore waits for it"
              .formatted(time, instance, window),
          "nothing to do: logs are uploaded with some delay");
    }
    return PlanCheck.ok(WINDOW, "%s is in the recovery window, %s".formatted(time, window));
  }

  private static PlanCheck logBackup(Instant time, RecoveryFacts recovery, String instance) {
    if (recovery.logBackupEnabled()) {
      return PlanCheck.ok(LOG_BACKUP, "log backup is on");
    }
    String message = "log backup of %s is off; an instant needs it".formatted(instance);
    boolean inWindow =
        recovery.windowBegin() != null
            && recovery.windowEnd() != null
            && !time.isBefore(recovery.windowBegin())
            && !time.isAfter(recovery.windowEnd());
    return inWindow
        ? PlanCheck.blocker(
            LOG_BACKUP,
            message + " although %s is in the recovery window".formatted(time),
            "turn it on (aliyun rds ModifyBackupPolicy --DBInstanceId %s --BackupPolicyMode LogBackupPolicy --EnableBackupLog 1) and retry, or %s"
                .formatted(instance, byBackupSet(recovery)))
        : PlanCheck.refusal(
            LOG_BACKUP,
            message + ", and turning it on does not bring back the logs of %s".formatted(time),
            byBackupSet(recovery));
  }

  private static PlanCheck backupSet(String backupId, RecoveryFacts recovery, String instance) {
    BackupFacts backup = recovery.requested();
    if (backup == null) {
      return PlanCheck.refusal(
          BACKUP_SET,
          "backup set %s is not among those of %s".formatted(backupId, instance),
          byBackupSet(recovery));
    }
    if (!backup.usable()) {
      return PlanCheck.refusal(
          BACKUP_SET,
          "backup set %s of %s cannot be restored: BackupStatus %s, BackupType %s, %s"
              .formatted(
                  backupId,
                  instance,
                  backup.status(),
                  backup.type(),
                  backup.available() ? "available" : "not available"),
          byBackupSet(recovery));
    }
    Instant at = backup.instant();
    return PlanCheck.ok(
        BACKUP_SET, "backup set %s can be restored; its data is of %s".formatted(backupId, at));
  }

  private static String byBackupSet(RecoveryFacts recovery) {
    BackupFacts nearest = recovery.nearest();
    if (nearest == null) {
      return "choose another backup set as restoreTo.backupId (aliyun rds DescribeBackups lists"
          + " them)";
    }
    Instant at = nearest.instant();
    return "restore the nearest usable backup set: restoreTo {\"backupId\": \"%s\"}, data of %s"
        .formatted(nearest.backupId(), at);
  }
}
