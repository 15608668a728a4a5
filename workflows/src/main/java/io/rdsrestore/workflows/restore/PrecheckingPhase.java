package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.activity.SkipItems;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.verdict.PrecheckVerdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs the precheck, and lets a person repair what it found, as often as it takes. */
final class PrecheckingPhase extends Phase {
  private static final String RESTS_AFTER_PASSING = "PreCheckPass";

  private final ConfiguringPhase configuring;

  PrecheckingPhase(
      Restore restore, Steps steps, Gates gates, Journal journal, ConfiguringPhase configuring) {
    super(restore, steps, gates, journal);
    this.configuring = configuring;
  }

  void run() {
    journal.enter(RestorePhase.PRECHECKING, "Running the precheck of " + restore.task.jobId());
    while (true) {
      // One that a person is asked about already is not run again without an answer.
      PrecheckResult result = restore.failedPrecheck == null ? precheck() : restore.failedPrecheck;
      PrecheckVerdict verdict = PrecheckVerdict.of(result);
      if (verdict.passed()) {
        if (RESTS_AFTER_PASSING.equalsIgnoreCase(result.jobState())) {
          start();
        }
        return;
      }
      restore.copyMayHaveBegun = false;
      restore.failedPrecheck = result;
      Decision decision = ask(verdict);
      restore.failedPrecheck = null;
      if (decision.accounts() != null) {
        steps.use(decision);
        configuring.configure();
      }
      if (decision.action() == Action.SKIP_PRECHECK_ITEMS) {
        skip(decision.items());
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
