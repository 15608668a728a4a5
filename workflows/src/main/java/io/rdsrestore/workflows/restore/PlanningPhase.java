package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.PlanReading;
import io.rdsrestore.workflows.plan.PlanReadings;
import io.rdsrestore.workflows.plan.Planner;
import io.rdsrestore.workflows.request.ApprovalMode;
import io.rdsrestore.workflows.request.ConflictMode;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.List;

/** Reads the primary and its backups, writes the plan, and has it approved. No cloud write. */
final class PlanningPhase extends Phase {
  private final PrimaryLook primary;

  PlanningPhase(Restore restore, Steps steps, Gates gates, Journal journal) {
    super(restore, steps, gates, journal);
    primary = new PrimaryLook(restore, steps, gates);
  }

  void run() {
    if (restore.phase != RestorePhase.PLANNING) {
      journal.enter(RestorePhase.PLANNING, "Making the plan anew");
    }
    do {
      makePlanWithoutBlockers();
      awaitRecoveryWindow();
    } while (!approved());
    restore.seenAfterApproval = restore.request.approval() == ApprovalMode.NOT_REQUIRED;
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
              blockers.stream().map(GateItem::of).toList(),
              "the plan is made anew"));
    }
  }

  private void makePlan() {
    PlanReadings readings =
        new PlanReading(
                new PlanActivities(steps, primary::read),
                restore.request,
                restore.accounts,
                restore.restoreId)
            .read();
    restore.primary = readings.primary();
    restore.request = restore.engine().adapted(restore.request);
    restore.recogniseDatabases();
    restore.dtsAddresses = readings.dtsAddresses();
    restore.restorePoint = readings.restorePoint();
    restore.plan = readings.plan();
    restore.price = readings.plan().price() == null ? restore.price : readings.plan().price();
    restore.pointLostAt = readings.restorePointLostAt();
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
                .awaitRecoveryWindow(PlanReading.recoveryQuery(restore.request, restore.engine())));
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
                summary(),
                restore.plan.checks().stream()
                    .filter(check -> check.status() == CheckStatus.WARNING)
                    .map(GateItem::of)
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
    if (decision.action() != Action.APPROVE) {
      return false;
    }
    restore.outdated = null;
    return true;
  }

  /** Who has approved already is told why they are asked again. */
  private String summary() {
    String plan = PlanSummary.of(restore.plan, restore.request);
    return restore.outdated == null
        ? plan
        : "Asked again: %s. %s".formatted(restore.outdated.sentence(), plan);
  }

  private void refuseWhatNobodyCanMend(List<PlanCheck> blockers) {
    List<PlanCheck> refusals = blockers.stream().filter(check -> !check.mendable()).toList();
    if (!refusals.isEmpty()) {
      throw Refusal.ofPlan(refusals, restore.outdated);
    }
  }
}
