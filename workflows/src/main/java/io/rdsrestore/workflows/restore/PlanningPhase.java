package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.InstanceChecks;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.PlanReading;
import io.rdsrestore.workflows.plan.PlanReadings;
import io.rdsrestore.workflows.plan.Planner;
import io.rdsrestore.workflows.request.ApprovalMode;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.temporal.failure.ApplicationFailure;
import java.util.List;

/** Reads the primary and its backups, writes the plan, and has it approved. No cloud write. */
final class PlanningPhase extends Phase {

  PlanningPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
  }

  void run() {
    do {
      makePlanWithoutBlockers();
      awaitRecoveryWindow();
    } while (!approved() || hasChangedMeanwhile());
  }

  private void makePlanWithoutBlockers() {
    while (true) {
      journal.doing("Reading the primary " + restore.request.instanceId() + " and its backups");
      makePlan();
      List<PlanCheck> blockers = restore.plan.blockers();
      if (blockers.isEmpty()) {
        return;
      }
      if (restore.begun.isEmpty()) {
        refuseWhatNobodyCanMend(blockers);
      }
      steps.use(
          gates.askAfterFailure(
              "The plan has a blocker: " + blockers.get(0).message(),
              blockers.stream().map(PlanningPhase::item).toList(),
              "the plan is made anew"));
    }
  }

  private void makePlan() {
    PlanReadings readings =
        new PlanReading(
                new PlanActivities(steps, this::readPrimary),
                restore.request,
                restore.accounts,
                restore.restoreId)
            .read();
    restore.primary = readings.primary();
    restore.recogniseDatabases();
    restore.dtsAddresses = readings.dtsAddresses();
    restore.restorePoint = readings.restorePoint();
    restore.plan = readings.plan();
    restore.price = readings.plan().price() == null ? restore.price : readings.plan().price();
    restore.pointLostAt = readings.restorePointLostAt();
  }

  private InstanceFacts readPrimary(InstanceReference primary) {
    while (true) {
      try {
        return Steps.attempt(
            () ->
                Steps.rds(ActivityPolicies.read("the primary " + primary.instanceId()))
                    .readInstance(primary));
      } catch (StepFailed failed) {
        Trouble trouble = failed.trouble();
        // Once something of ours is there nothing just ends (I6).
        if (trouble.code() == RestoreErrorCode.NOT_FOUND && restore.begun.isEmpty()) {
          throw refused(
              List.of(
                  PlanCheck.refusal(
                      "instance",
                      "There is no instance %s in region %s of this account"
                          .formatted(primary.instanceId(), primary.regionId()),
                      "correct instanceId or regionId, or use the account that owns it")));
        }
        steps.use(
            gates.askAfterFailure(
                "Could not read the primary: " + trouble.message(),
                List.of(GateItem.of(trouble.code().name(), trouble.message(), trouble.remedy())),
                "it is read again"));
      }
    }
  }

  /** A commit of a minute ago may not be in the log backups yet: that is waited for. */
  private void awaitRecoveryWindow() {
    if (!Planner.mustWaitForWindow(restore.plan)) {
      return;
    }
    journal.doing(
        ("Waiting until the recovery window of %s, which ends at %s now, reaches %s: log backups are"
                + " uploaded every few minutes")
            .formatted(
                restore.request.instanceId(),
                restore.plan.windowEnd(),
                restore.request.restoreTo().time()));
    steps.mustAwait(
        "wait for the recovery window",
        () ->
            Steps.rds(
                    ActivityPolicies.await(
                        "recovery window reaches " + restore.request.restoreTo().time(),
                        restore.request.limits().cloneWait()))
                .awaitRecoveryWindow(PlanReading.recoveryQuery(restore.request)));
  }

  /** True to go on; false to make the plan anew. */
  private boolean approved() {
    RestoreRequest request = restore.request;
    if (request.approval() == ApprovalMode.NOT_REQUIRED) {
      journal.note("Plan %s needs no approval, by the request".formatted(restore.plan.hash()));
      return true;
    }
    List<String> acknowledge =
        request.onConflict() == ConflictMode.KEEP_EXISTING ? List.of("keepExisting") : List.of();
    Decision decision =
        gates.askOrStop(
            new GateRequest(
                GateKind.APPROVAL,
                PlanSummary.of(restore.plan),
                restore.plan.checks().stream()
                    .filter(check -> check.status() == CheckStatus.WARNING)
                    .map(PlanningPhase::item)
                    .toList(),
                List.of(
                    Choice.of(
                            Action.APPROVE,
                            "plan %s and its price are approved with the terms of service of RDS and DTS: the primary is prepared, then %s"
                                .formatted(
                                    restore.plan.hash(),
                                    restore.clone == null
                                        ? "the clone is bought"
                                        : "clone " + restore.clone.instanceId() + " is used again"))
                        .acknowledging(acknowledge),
                    Choice.of(Action.RETRY, "the plan is made anew")),
                restore.plan.hash()));
    steps.use(decision);
    return decision.action() == Action.APPROVE;
  }

  /** An approval may come after days: what is about to be changed is looked at once more. */
  private boolean hasChangedMeanwhile() {
    if (restore.request.approval() == ApprovalMode.NOT_REQUIRED
        || !Changes.PRIMARY_IS_SEEN_AFTER_APPROVAL.isIn()) {
      return false;
    }
    journal.doing("Looking whether the primary is still as in plan " + restore.plan.hash());
    List<PlanCheck> blockers =
        InstanceChecks.of(readPrimary(restore.primaryReference())).stream()
            .filter(check -> check.status() == CheckStatus.BLOCKER)
            .toList();
    if (blockers.isEmpty()) {
      return false;
    }
    journal.note("The plan is made anew: " + blockers.get(0).message());
    return true;
  }

  private static GateItem item(PlanCheck check) {
    return GateItem.of(check.id(), check.message(), check.remedy());
  }

  private static void refuseWhatNobodyCanMend(List<PlanCheck> blockers) {
    List<PlanCheck> refusals = blockers.stream().filter(check -> !check.mendable()).toList();
    if (!refusals.isEmpty()) {
      throw refused(refusals);
    }
  }

  private static ApplicationFailure refused(List<PlanCheck> refusals) {
    List<String> lines =
        refusals.stream()
            .map(
                check ->
                    check.remedy() == null
                        ? check.message()
                        : check.message() + " (" + check.remedy() + ")")
            .toList();
    return Refusal.of(RestoreErrorCode.REFUSED, "Refused", lines, refusals);
  }
}
