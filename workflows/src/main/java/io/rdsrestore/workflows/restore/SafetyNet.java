package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.EnsureBackup;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A backup of the primary before its tables are touched for the first time, unless a decision
 * declines it by name.
 */
final class SafetyNet {
  /** What a decision acknowledges that does without. */
  static final String DECLINED = "noBackup";

  private final Restore restore;
  private final Steps steps;
  private final Journal journal;

  SafetyNet(Restore restore, Steps steps, Journal journal) {
    this.restore = restore;
    this.steps = steps;
    this.journal = journal;
  }

  /** What a choice says that comes first; empty if it is there, or declined. */
  static String announcement(Restore restore) {
    return restore.backup != null || restore.backupDeclinedBy != null
        ? ""
        : "first the primary is backed up (CreateBackup; minutes to hours; \"acknowledge\": [\"%s\"] does without), then "
            .formatted(DECLINED);
  }

  /** What follows from a choice for somebody who may have declined the backup with it. */
  static String leadsTo(Restore restore, Choice choice, Decision decision) {
    String announced = announcement(restore);
    return announced.isEmpty()
        ? choice.leadsTo()
        : choice.leadsTo().replace(announced, announcement(restore, decision));
  }

  /** The same, where a decision may say that none is wanted. */
  static String announcement(Restore restore, Decision decision) {
    String announced = announcement(restore);
    return announced.isEmpty() || !decision.acknowledges(DECLINED)
        ? announced
        : "without a backup of the primary before, ";
  }

  void spread(Decision decision) {
    if (restore.backup != null) {
      return;
    }
    heed(decision);
    if (restore.backupDeclinedBy != null) {
      return;
    }
    journal.doing("Backing up the primary before its tables are touched (CreateBackup)");
    steps
        .must("back up the primary", this::ensure, trouble -> {}, this::heed)
        .ifPresent(
            backup -> {
              restore.backup = backup;
              journal.note(
                  "Backup set %s of the primary, of %s, is there"
                      .formatted(backup.backupId(), backup.instant()));
            });
  }

  private void heed(Decision decision) {
    if (restore.backupDeclinedBy == null && decision.acknowledges(DECLINED)) {
      restore.backupDeclinedBy = decision.who();
      journal.note(
          "No backup of the primary is made before, by decision of " + restore.backupDeclinedBy);
    }
  }

  private Optional<BackupFacts> ensure() {
    if (restore.backupDeclinedBy != null) {
      return Optional.empty();
    }
    Duration unknownOutcomeWait = restore.request.limits().unknownOutcomeWait();
    return Optional.of(
        Steps.rds(
                ActivityPolicies.backup(
                    "backup of " + restore.request.instanceId(), unknownOutcomeWait))
            .ensureBackup(
                // Each try wants one from now on: one that has failed is not looked at again.
                new EnsureBackup(restore.primaryReference(), Clock.now(), unknownOutcomeWait)));
  }

  /** For the report; empty if no table was to be touched. */
  static List<String> notes(Restore restore) {
    if (restore.backup != null) {
      return List.of(
          "The primary was backed up before its tables were touched: backup set %s, of %s."
              .formatted(restore.backup.backupId(), restore.backup.instant()));
    }
    return restore.backupDeclinedBy == null
        ? List.of()
        : List.of(
            "No backup of the primary was made before, by decision of %s."
                .formatted(restore.backupDeclinedBy));
  }
}
