package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.status.LeftBehind;
import io.temporal.workflow.Functions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Removes what is ours: a DTS job first (I4), then account, whitelist entries and clone, each on
 * its own. Runs on a detached scope, so that neither an abort nor a cancel stops it.
 */
final class CleaningPhase extends Phase {
  private final Map<Restore.Ours, Trouble> failed = new EnumMap<>(Restore.Ours.class);
  private final Removals removals;

  CleaningPhase(Restore restore, Steps steps, Gates gates, Journal journal, Removals removals) {
    super(restore, steps, gates, journal);
    this.removals = removals;
  }

  void run() {
    keepCloneIfWanted();
    if (restore.begun.isEmpty()) {
      return;
    }
    boolean cloneIsBeingMade = restore.clone != null && restore.cloneFacts == null;
    journal.enter(
        RestorePhase.CLEANING,
        cloneIsBeingMade
            ? "Removing the temporaries of this restore; RDS deletes the clone only once it runs"
            : "Removing the temporaries of this restore");
    do {
      failed.clear();
      removeAll();
    } while (!failed.isEmpty() && askToRetry());
    failed.forEach(
        (ours, trouble) ->
            restore.left.add(
                new LeftBehind(describe(ours), trouble.message(), removalCommand(ours))));
  }

  /** A clone that was bought without an answer is not known: it is removed in any case. */
  private void keepCloneIfWanted() {
    if (restore.cloneKeptBy == null || restore.clone == null) {
      return;
    }
    if (restore.begun.remove(Restore.Ours.CLONE)) {
      restore.left.add(
          new LeftBehind(
              describe(Restore.Ours.CLONE),
              "%s wanted it kept; it costs %s %s an hour until it is deleted"
                  .formatted(
                      restore.cloneKeptBy,
                      restore.price.perHour().toPlainString(),
                      restore.price.currency()),
              removalCommand(Restore.Ours.CLONE)));
    }
  }

  private void removeAll() {
    remove(Restore.Ours.JOB, removals::removeJob);
    List<Functions.Proc> rest = new ArrayList<>();
    rest.add(() -> remove(Restore.Ours.ACCOUNT, this::removeAccount));
    rest.add(() -> remove(Restore.Ours.WHITELIST, this::removeWhitelist));
    if (!restore.begun.contains(Restore.Ours.JOB)) {
      rest.add(() -> remove(Restore.Ours.CLONE, removals::removeClone));
    } else {
      failed.put(
          Restore.Ours.CLONE,
          new Trouble(
              failed.get(Restore.Ours.JOB).code(),
              "it is kept as long as the DTS job that reads it is there",
              null,
              false));
    }
    Steps.together(rest.toArray(Functions.Proc[]::new));
  }

  private void remove(Restore.Ours ours, Supplier<Removal> removal) {
    if (!restore.begun.contains(ours)) {
      return;
    }
    try {
      Removal done = Steps.attempt(removal);
      restore.begun.remove(ours);
      for (Removal.LeftOver left : done.left()) {
        restore.left.add(new LeftBehind(left.id(), left.why(), removalCommand(ours)));
      }
    } catch (StepFailed stepFailed) {
      failed.put(ours, stepFailed.trouble());
    }
  }

  private Removal removeAccount() {
    Steps.rds(ActivityPolicies.remove("remove the temporary account", Duration.ZERO))
        .removeAccount(new ManagedAccount(restore.primaryReference(), restore.restoreId));
    return new Removal(List.of(), List.of());
  }

  private Removal removeWhitelist() {
    Steps.rds(ActivityPolicies.remove("close the whitelist group", Duration.ZERO))
        .removeWhitelist(restore.primaryReference());
    return new Removal(List.of(), List.of());
  }

  private boolean askToRetry() {
    List<GateItem> items = new ArrayList<>();
    failed.forEach(
        (ours, trouble) ->
            items.add(GateItem.of(describe(ours), trouble.message(), trouble.remedy())));
    Optional<Decision> decision =
        gates.ask(
            GateRequest.of(
                GateKind.CLEANUP,
                "Could not remove " + items.get(0).name() + ": " + items.get(0).message(),
                items,
                List.of(
                    Choice.of(Action.RETRY, "they are removed again"),
                    Choice.of(
                        Action.ABORT,
                        "the restore ends; the report lists what is left with the command that"
                            + " removes it"))));
    return decision.isPresent() && decision.get().action() == Action.RETRY;
  }

  private String describe(Restore.Ours ours) {
    return switch (ours) {
      case JOB -> "DTS job " + (restore.task == null ? restore.jobName() : restore.task.jobId());
      case CLONE ->
          "clone "
              + (restore.clone == null
                  ? RestoreMark.of(restore.restoreId)
                  : restore.clone.instanceId());
      case ACCOUNT -> "account " + RestoreMark.accountName(restore.restoreId);
      case WHITELIST -> "whitelist group " + RestoreMark.WHITELIST_GROUP;
    };
  }

  private String removalCommand(Restore.Ours ours) {
    String primary = restore.request.instanceId();
    String region = restore.request.regionId();
    return switch (ours) {
      case JOB ->
          restore.task == null
              ? "aliyun dts DescribeDtsJobs --RegionId %s --Type name --Params '%s'"
                  .formatted(region, restore.jobName())
              : "aliyun dts DeleteDtsJob --RegionId %s --DtsJobId %s"
                  .formatted(region, restore.task.jobId());
      case CLONE ->
          restore.clone == null
              ? "aliyun rds DescribeDBInstances --RegionId %s --SearchKey %s"
                  .formatted(region, RestoreMark.of(restore.restoreId))
              : "aliyun rds DeleteDBInstance --DBInstanceId " + restore.clone.instanceId();
      case ACCOUNT ->
          "aliyun rds DeleteAccount --DBInstanceId %s --AccountName %s"
              .formatted(primary, RestoreMark.accountName(restore.restoreId));
      case WHITELIST ->
          "aliyun rds ModifySecurityIps --DBInstanceId %s --DBInstanceIPArrayName %s --ModifyMode Cover --SecurityIps %s"
              .formatted(primary, RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST);
    };
  }
}
