package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.activity.SkipItems;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.verdict.PrecheckVerdict;
import io.rdsrestore.workflows.verdict.remedies.AccessDiagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs the precheck, and lets a person repair what it found, as often as it takes. */
final class PrecheckingPhase extends Phase {
  private static final String RESTS_AFTER_PASSING = "PreCheckPass";

  private final ConfiguringPhase configuring;
  private final SafeRepair repair;

  PrecheckingPhase(
      Restore restore, Steps steps, Gates gates, Journal journal, ConfiguringPhase configuring) {
    super(restore, steps, gates, journal);
    this.configuring = configuring;
    repair = new SafeRepair(restore, steps, gates, journal, configuring);
  }

  void run() {
    journal.enter(RestorePhase.PRECHECKING, "Running the precheck of " + restore.task.jobId());
    while (true) {
      // One that a person is asked about already is not run again without an answer.
      boolean asked = restore.failedPrecheck != null;
      PrecheckResult result = asked ? restore.failedPrecheck : precheck();
      if (result.passed()) {
        if (RESTS_AFTER_PASSING.equalsIgnoreCase(result.jobState())) {
          start();
        }
        return;
      }
      restore.copyMayHaveBegun = false;
      List<PrecheckFinding> failed = PrecheckVerdict.failed(result);
      Map<String, AccessDiagnosis> diagnoses = repair.look(failed);
      if (!asked && repair.mend(failed, diagnoses)) {
        continue;
      }
      restore.failedPrecheck = result;
      Decision decision = ask(PrecheckVerdict.of(result, diagnoses, restore.names()));
      restore.failedPrecheck = null;
      if (decision.accounts() != null) {
        steps.use(decision);
        configuring.configure();
      }
      if (decision.action() == Action.SKIP_PRECHECK_ITEMS) {
        skip(decision.items());
      } else {
        repair.beforeRetry(failed, diagnoses);
      }
      journal.doing("Running the precheck of %s again".formatted(restore.task.jobId()));
    }
  }

  private PrecheckResult precheck() {
    start();
    PrecheckResult result =
        steps.mustAwait(
            "wait for the precheck",
            () ->
                Steps.dts(
                        ActivityPolicies.await(
                            "precheck of " + restore.task.jobId(),
                            restore.request.limits().precheckWait()))
                    .awaitPrecheck(restore.jobReference()));
    restore.task = restore.task.prechecked(result.jobState());
    return result;
  }

  private void start() {
    restore.copyMayHaveBegun = true;
    steps.must(
        "start the DTS task",
        () ->
            Steps.dts(ActivityPolicies.ensure("start the DTS task", Duration.ZERO))
                .ensureJobStarted(restore.jobReference()));
  }

  private Decision ask(PrecheckVerdict verdict) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of(Action.RETRY, "the precheck runs again"));
    if (verdict.anySkippable()) {
      choices.add(
          Choice.of(
              Action.SKIP_PRECHECK_ITEMS,
              "DTS passes over the items named, and the precheck runs again"));
    }
    return gates.askOrStop(
        GateRequest.of(GateKind.PRECHECK, verdict.reason(), verdict.items(), choices));
  }

  private void skip(List<String> items) {
    steps.must(
        "skip precheck items",
        () ->
            Steps.dts(ActivityPolicies.ensure("skip " + String.join(", ", items), Duration.ZERO))
                .ensureItemsSkipped(new SkipItems(restore.jobReference(), items)));
    restore.skippedItems.addAll(items);
  }
}
