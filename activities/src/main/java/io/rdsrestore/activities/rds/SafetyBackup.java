package io.rdsrestore.activities.rds;

import com.aliyuncs.rds.model.v20140815.CreateBackupRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupTasksRequest;
import io.rdsrestore.activities.ActivityBoundary;
import io.rdsrestore.activities.Failures;
import io.rdsrestore.activities.OncePurchase;
import io.rdsrestore.activities.SecondLook;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudException;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.CloudRefusal;
import io.rdsrestore.workflows.activity.EnsureBackup;
import io.rdsrestore.workflows.activity.InstanceReference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A backup set of the primary that is younger than a decision. Any will do, whoever has asked for
 * it: what is under way is waited for, and only where there is nothing a backup is made.
 */
final class SafetyBackup {
  private static final String ACTION = "CreateBackup";

  /** How long one may take. */
  private static final Duration LONGEST = Duration.ofDays(1);

  private final CloudClient cloud;
  private final RecoveryReader recovery;
  private final SecondLook secondLook;
  private final OncePurchase once;
  private final ActivityBoundary boundary;

  SafetyBackup(
      CloudClient cloud,
      RecoveryReader recovery,
      SecondLook secondLook,
      OncePurchase once,
      ActivityBoundary boundary) {
    this.cloud = cloud;
    this.recovery = recovery;
    this.secondLook = secondLook;
    this.once = once;
    this.boundary = boundary;
  }

  BackupFacts ensure(EnsureBackup wanted) {
    return once.ensure(
        ACTION, wanted.unknownOutcomeWait(), () -> lookUp(wanted), () -> create(wanted));
  }

  private Optional<BackupFacts> lookUp(EnsureBackup wanted) {
    List<BackupFacts> sets =
        secondLook.look(() -> since(wanted), seen -> seen.stream().anyMatch(SafetyBackup::failed));
    Optional<BackupFacts> usable =
        sets.stream().filter(BackupFacts::usable).max(Comparator.comparing(BackupFacts::instant));
    if (usable.isPresent()) {
      return usable;
    }
    waitForOneUnderWay(wanted.instance());
    sets.stream().filter(SafetyBackup::failed).findFirst().ifPresent(SafetyBackup::refuse);
    return Optional.empty();
  }

  private List<BackupFacts> since(EnsureBackup wanted) {
    // ConsistentTime has whole seconds.
    Instant since = wanted.since().truncatedTo(ChronoUnit.SECONDS);
    // One that began earlier may be of a later instant: a physical backup is of its end.
    return recovery.backups(wanted.instance(), since.minus(LONGEST)).stream()
        .filter(set -> set.instant() != null && !set.instant().isBefore(since))
        .toList();
  }

  private static boolean failed(BackupFacts set) {
    return "Failed".equals(set.status());
  }

  private static void refuse(BackupFacts set) {
    throw Failures.of(
        RestoreErrorCode.NEEDS_PERSON,
        "The backup %s of the primary has failed.".formatted(set.backupId()),
        new CloudRefusal(
            "DescribeBackups",
            null,
            null,
            "Look in the console why, then retry, which makes another; a retry that acknowledges noBackup does without."));
  }

  /** DescribeBackupTasks; finished ones leave that list. */
  private void waitForOneUnderWay(InstanceReference instance) {
    DescribeBackupTasksRequest request = new DescribeBackupTasksRequest();
    request.setDBInstanceId(instance.instanceId());
    cloud.read(instance.regionId(), request).list("Items", "BackupJob").stream()
        .filter(SafetyBackup::isUnderWay)
        .findFirst()
        .ifPresent(
            job -> {
              once.underWay();
              throw boundary.notYet(
                  "A backup of %s is being made: %s %s"
                      .formatted(
                          instance.instanceId(),
                          job.textOrEmpty("BackupStatus"),
                          job.textOrEmpty("Process")));
            });
  }

  private static boolean isUnderWay(Answer job) {
    String status = job.textOrEmpty("BackupStatus");
    return !status.equalsIgnoreCase("Finished") && !status.equalsIgnoreCase("Failed");
  }

  private BackupFacts create(EnsureBackup wanted) {
    CreateBackupRequest request = new CreateBackupRequest();
    request.setDBInstanceId(wanted.instance().instanceId());
    try {
      cloud.write(wanted.instance().regionId(), request);
    } catch (CloudException e) {
      if (!e.outcomeUnknown()) {
        // One may have begun since the look: RDS makes one at a time.
        waitForOneUnderWay(wanted.instance());
      }
      throw e;
    }
    throw boundary.notYet("A backup of %s has begun".formatted(wanted.instance().instanceId()));
  }
}
