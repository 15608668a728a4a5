package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.verdict.KeepEnd;
import io.temporal.workflow.Functions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A clone that is not removed with the rest: because the request says {@code clone.keepFor}, then
 * another workflow takes care of it; or because who aborts wants to look into it.
 *
 * <p>A clone that was bought without an answer is not known: it is removed in any case.
 */
final class CloneStays {
  private final Restore restore;
  private final Journal journal;

  CloneStays(Restore restore, Journal journal) {
    this.restore = restore;
    this.journal = journal;
  }

  /** Takes the clone out of what is removed, if it stays. */
  boolean begin() {
    if (restore.clone == null || restore.keptUntil != null) {
      return false;
    }
    boolean wanted = restore.cloneKeptBy != null || (keepFor() != null && restore.stopped == null);
    if (wanted && restore.begun.remove(Restore.Ours.CLONE)) {
      restore.handsCloneOver = keepFor() != null;
      if (!restore.handsCloneOver) {
        restore.left.add(leftToPeople(restore.cloneKeptBy + " wanted it kept"));
      }
      return true;
    }
    return restore.handsCloneOver || restore.cloneKeptBy != null;
  }

  /** The rest has gone: what is ours inside the clone goes, too, and it is handed over. */
  void end() {
    if (restore.cloneFacts != null) {
      Steps.together(
          () -> tryTo("close the whitelist group of the kept clone", this::closeWhitelist),
          () -> tryTo("remove the temporary account from the kept clone", this::removeAccount));
    }
    if (restore.handsCloneOver) {
      handOver();
    } else {
      tryTo("tag the clone as kept, so that a sweep takes it for one that was left", this::tag);
    }
  }

  /** Who wants it, for whoever finds it when this restore is forgotten. */
  private void tag() {
    Steps.rds(ActivityPolicies.ensure("tag the clone with who keeps it", Duration.ZERO))
        .ensureCloneTags(
            new CloneTags(
                theClone(),
                restore.restoreId,
                restore.request.instanceId(),
                restore.expires(),
                restore.cloneKeptBy,
                Clock.now()));
  }

  private void closeWhitelist() {
    Steps.rds(ActivityPolicies.remove("close the whitelist group of the clone", Duration.ZERO))
        .removeWhitelist(theClone());
  }

  private void removeAccount() {
    if (restore.accounts.isManaged()) {
      Steps.rds(ActivityPolicies.remove("remove the account from the clone", Duration.ZERO))
          .removeAccount(new ManagedAccount(theClone(), restore.restoreId));
    }
  }

  /** What stays in the clone goes with it at the latest: worth a note, not a person's time. */
  private void tryTo(String what, Functions.Proc step) {
    try {
      Steps.attempt(step);
    } catch (StepFailed failed) {
      journal.note("Could not %s: %s".formatted(what, failed.trouble().message()));
    }
  }

  private void handOver() {
    String keep = RestoreContract.keepWorkflowId(restore.restoreId);
    Instant wanted = Clock.now().plus(keepFor()).truncatedTo(ChronoUnit.SECONDS);
    Instant until =
        KeepEnd.of(
            wanted,
            restore.price,
            restore.spentOnEarlierClones(Clock.now()),
            restore.clone.boughtAt(),
            restore.maxCost);
    String shorter =
        until.isBefore(wanted)
            ? " (not for %s: limits.maxCost %s would be passed)"
                .formatted(keepFor(), restore.maxCost.toPlainString())
            : "";
    restore.cloneHandedOver = KeepHandOver.start(restore, describe(), until);
    if (!restore.cloneHandedOver) {
      restore.left.add(leftToPeople("the workflow that was to keep it could not be started"));
      return;
    }
    journal.note("The clone is kept until %s, by %s%s".formatted(until, keep, shorter));
    restore.left.add(
        new LeftBehind(
            describe(),
            "it is kept until %s%s, by %s, which removes it then; it costs %s an hour meanwhile (longer: ./rds-restore extend %s --for P1D)"
                .formatted(until, shorter, keep, restore.price.text(), keep),
            "./rds-restore abort " + keep));
  }

  private LeftBehind leftToPeople(String why) {
    return new LeftBehind(
        describe(),
        "%s; it costs %s an hour until it is deleted".formatted(why, restore.price.text()),
        OursInWords.removeWith(Restore.Ours.CLONE, restore));
  }

  private Duration keepFor() {
    return restore.request.cloneWish().keepFor();
  }

  private InstanceReference theClone() {
    return restore.cloneReference();
  }

  private String describe() {
    return OursInWords.describe(Restore.Ours.CLONE, restore);
  }
}
