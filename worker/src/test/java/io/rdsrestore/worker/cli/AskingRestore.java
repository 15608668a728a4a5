package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Stands at the gate that its reason names, and answers with the decision that it was sent. */
public final class AskingRestore implements RestoreToPrimary {
  private static final List<GateItem> ITEMS =
      List.of(
          new GateItem("CHECK_SAME_OBJ", "there", null, List.of(), true, "existingRowsStay"),
          new GateItem("CHECK_SRC", "slow", null, List.of(), true, null),
          new GateItem("CHECK_CONN", "closed", null, List.of(), false, null));

  private final String restoreId = RestoreId.of(Workflow.getInfo().getRunId());
  private RestoreRequest request;

  @Override
  public RestoreReport restore(RestoreRequest asked) {
    request = asked;
    Workflow.await(() -> false);
    return null;
  }

  private Gate gate() {
    if (request.reason().equals("approval")) {
      return approval();
    }
    boolean cost = request.reason().equals("cost");
    GateRequest wanted =
        GateRequest.of(
            cost ? GateKind.COST : GateKind.PRECHECK,
            "why it waits",
            ITEMS,
            cost
                ? List.of(Choice.of(Action.APPROVE, "on", Map.of("maxCost", 32.5)))
                : List.of(
                    Choice.of(Action.SKIP_PRECHECK_ITEMS, "on"),
                    Choice.of(
                        Action.CHANGE_RESTORE_POINT,
                        "anew",
                        Map.of("restoreTo", Map.of("time", "2026-11-22T16:14:00Z"))),
                    Choice.of(Action.CHANGE_OBJECTS, "anew")));
    String id = wanted.kind().word() + "-1";
    return new Gate(
        id,
        wanted.kind(),
        Instant.EPOCH,
        null,
        wanted.reason(),
        wanted.items(),
        wanted.choices(),
        GateCommands.of(RestoreContract.workflowId(request.instanceId()), id, wanted),
        null,
        null);
  }

  private Gate approval() {
    GateRequest wanted =
        new GateRequest(
            GateKind.APPROVAL,
            "Plan " + SamplePlan.HASH,
            List.of(),
            List.of(Choice.of(Action.APPROVE, "the clone is bought")),
            SamplePlan.HASH);
    return new Gate(
        "approval-1",
        GateKind.APPROVAL,
        Instant.EPOCH,
        null,
        wanted.reason(),
        wanted.items(),
        wanted.choices(),
        GateCommands.of(RestoreContract.workflowId(request.instanceId()), "approval-1", wanted),
        SamplePlan.HASH,
        null);
  }

  @Override
  public RestoreStatus status() {
    return new RestoreStatus(
        restoreId,
        request.instanceId(),
        "cn-hangzhou",
        RestorePhase.PRECHECKING,
        gate(),
        "asking",
        SamplePlan.plan(),
        null,
        null,
        null,
        List.of(kept(3, "retry"), kept(5, "leave")),
        List.of(),
        null,
        null,
        null);
  }

  private static DecisionRecord kept(int number, String action) {
    return new DecisionRecord(
        number, Instant.EPOCH, DecisionOutcome.KEPT, null, action, "ana", false, null, null, null);
  }

  @Override
  public DecisionAnswer decide(Decision decision) {
    return new DecisionAnswer(true, decision.gate(), RestoreJson.write(decision));
  }

  @Override
  public void signalDecision(Decision decision) {
    throw new UnsupportedOperationException("only asked by updates");
  }

  @Override
  public void approve(Decision decision) {
    signalDecision(decision);
  }

  @Override
  public void retry(Decision decision) {
    signalDecision(decision);
  }

  @Override
  public void skipPrecheckItems(Decision decision) {
    signalDecision(decision);
  }

  @Override
  public void changeObjects(Decision decision) {
    signalDecision(decision);
  }

  @Override
  public void abort(Decision decision) {
    signalDecision(decision);
  }
}
