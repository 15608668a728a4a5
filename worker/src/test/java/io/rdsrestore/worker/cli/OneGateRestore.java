package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import java.time.Instant;
import java.util.List;

/** Asks for one approval and ends with a report of what was decided. */
public final class OneGateRestore implements RestoreToPrimary {
  private static final Gate GATE =
      new Gate(
          "approval-1",
          GateKind.APPROVAL,
          Instant.EPOCH,
          null,
          "the price",
          List.of(),
          List.of(Choice.of(Action.APPROVE, "it ends")),
          List.of("./rds-restore approve rm-primary01"),
          null,
          null);

  private final String restoreId = RestoreId.of(Workflow.getInfo().getRunId());
  private Decision decided;

  @Override
  public RestoreReport restore(RestoreRequest request) {
    Workflow.await(() -> decided != null);
    RestorePhase end =
        decided.action() == Action.ABORT ? RestorePhase.ABORTED : RestorePhase.COMPLETED;
    return new RestoreReport(
        restoreId,
        request.instanceId(),
        end,
        Outcome.NOTHING,
        "approved by %s (%s)".formatted(decided.actor(), decided.comment()),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  @Override
  public RestoreStatus status() {
    return new RestoreStatus(
        restoreId,
        "rm-primary01",
        "cn-hangzhou",
        RestorePhase.PLANNING,
        decided == null ? GATE : null,
        "asking",
        SamplePlan.plan(),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  @Override
  public DecisionAnswer decide(Decision decision) {
    if (decision.gate() != null && !decision.gate().equals(GATE.gate())) {
      throw ApplicationFailure.newFailure("no gate " + decision.gate(), "Rejected");
    }
    if (decision.planHash() != null && !decision.planHash().equals(SamplePlan.HASH)) {
      throw ApplicationFailure.newFailure("another plan", "Rejected");
    }
    decided = decision;
    return new DecisionAnswer(true, GATE.gate(), "it ends");
  }

  @Override
  public void signalDecision(Decision decision) {
    decided = decision;
  }

  @Override
  public void approve(Decision decision) {
    decided = decision;
  }

  @Override
  public void retry(Decision decision) {
    decided = decision;
  }

  @Override
  public void skipPrecheckItems(Decision decision) {
    decided = decision;
  }

  @Override
  public void changeObjects(Decision decision) {
    decided = decision;
  }

  @Override
  public void abort(Decision decision) {
    decided = decision;
  }
}
