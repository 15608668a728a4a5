package io.rdsrestore.sandbox.rds;

import io.rdsrestore.sandbox.http.ApiCall;
import io.rdsrestore.sandbox.http.ApiException;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.Variant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Which instants an instance can be restored to. A backup set goes before a time. */
final class RestorePoints {
  private final RdsContext context;

  RestorePoints(RdsContext context) {
    this.context = context;
  }

  Instant windowEnd() {
    return context
        .clock()
        .instant()
        .minus(context.timings().recoveryLag())
        .truncatedTo(ChronoUnit.SECONDS);
  }

  RestorePoint of(Instance source, ApiCall call) {
    String backupId = call.text("BackupId");
    String restoreTime = call.text("RestoreTime");
    if (backupId == null && restoreTime == null) {
      throw new ApiException(
          400, "RequiredParam.NotFound", "Either BackupId or RestoreTime is required.");
    }
    return backupId == null ? byTime(source, restoreTime) : byBackup(source, backupId);
  }

  private RestorePoint byBackup(Instance source, String backupId) {
    BackupSpec backup =
        source.backups(context.clock().instant()).stream()
            .filter(candidate -> candidate.backupId().equals(backupId))
            .findFirst()
            .orElseThrow(
                () ->
                    new ApiException(
                        404,
                        "InvalidBackupSetID.NotFound",
                        "The specified backup set does not exist."));
    if (!backup.isUsable()) {
      throw new ApiException(
          403, "IncorrectBackupSetState", "The backup set cannot be restored in its state.");
    }
    // One that was asked for is not kept as files: it is the instant that it is of.
    return new RestorePoint(backup.consistentAt(), source.isMade(backupId) ? null : backupId);
  }

  private RestorePoint byTime(Instance source, String restoreTime) {
    Instant instant =
        RdsTime.parseSeconds(
            restoreTime,
            new ApiException(
                400,
                "InvalidRestoreTime.Format",
                "The restore time is not valid: yyyy-MM-ddTHH:mm:ssZ is expected."));
    if (!source.facts().logBackup()) {
      throw new ApiException(
          context.variants().error(Variant.logBackupOff), "The instance keeps no log backups.");
    }
    if (instant.isBefore(source.windowBegin().truncatedTo(ChronoUnit.SECONDS))
        || instant.isAfter(windowEnd())) {
      throw new ApiException(
          context.variants().error(Variant.outsideWindow),
          "The restore time is outside of the retention.");
    }
    return new RestorePoint(instant, null);
  }
}
