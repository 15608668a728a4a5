package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.status.LeftBehind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code status}, {@code watch} and {@code report} print for whoever reads Chinese. */
public final class SpokenLines {
  private static final Instant NOW = Instant.parse("2026-11-22T09:10:00Z");
  private static final Times TIMES = new Times(ZoneOffset.UTC);
  private static final Speaker CHINESE = new Speaker(Language.ZH);

  private SpokenLines() {}

  /** Of a restore as it was, also on a screen on which all of it has room. */
  public static List<String> of(RestoreStatus status) {
    Execution running =
        new Execution(
            "restore/rm-primary01",
            "run",
            status.report() == null
                ? WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                : WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_COMPLETED,
            status,
            status.report(),
            null,
            Map.of(),
            null);
    List<String> lines =
        new ArrayList<>(
            new StatusText(TIMES)
                .lines(running).stream().map(CHINESE::line).flatMap(String::lines).toList());
    if (status.report() == null) {
      lines.addAll(new Screen(TIMES, CHINESE, 2_000, 300).lines(running, NOW));
    }
    return lines;
  }

  /** Of a restore that says one text wherever it may say something. */
  public static List<String> everywhere(String text) {
    Gate gate =
        new Gate(
            "precheck-1",
            GateKind.PRECHECK,
            NOW,
            NOW.plus(Duration.ofDays(1)),
            text,
            List.of(
                new GateItem("CHECK_SAME_OBJ", text, text, List.of(), true, null),
                GateItem.of("account rr_abcdefghij on rm-primary01", text, text)),
            List.of(Choice.of(Action.RETRY, text)),
            List.of("./rds-restore retry rm-primary01 --gate precheck-1"),
            null,
            null);
    List<String> lines = new ArrayList<>(of(status(gate, null)));
    lines.addAll(of(status(null, report(text))));
    lines.addAll(
        new StatusText(TIMES)
                .lines(
                    new Execution(
                        "restore/rm-primary01",
                        "run",
                        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED,
                        null,
                        null,
                        "NEEDS_PERSON: " + text,
                        Map.of(),
                        null))
                .stream()
                .map(CHINESE::line)
                .toList());
    return lines;
  }

  private static RestoreStatus status(Gate gate, RestoreReport report) {
    RestorePlan plan = SamplePlan.plan();
    String text = gate == null ? "-" : gate.reason();
    RestorePlan warned =
        new RestorePlan(
            plan.hash(),
            plan.instance(),
            plan.restoreTo(),
            plan.windowBegin(),
            plan.windowEnd(),
            plan.objects(),
            plan.purchase(),
            plan.price(),
            plan.source(),
            plan.durations(),
            plan.expectedCost(),
            plan.changes(),
            List.of(PlanCheck.warning("objects.known", text, text)));
    return new RestoreStatus(
        "abcdefghij",
        "rm-primary01",
        "cn-hangzhou",
        RestorePhase.PRECHECKING,
        gate,
        text,
        warned,
        null,
        null,
        null,
        List.of(decision(text)),
        List.of(),
        null,
        null,
        report);
  }

  private static DecisionRecord decision(String note) {
    return new DecisionRecord(
        1, NOW, DecisionOutcome.IGNORED, "precheck-1", "retry", "ana", false, null, null, note);
  }

  private static RestoreReport report(String text) {
    return new RestoreReport(
        "abcdefghij",
        "rm-primary01",
        RestorePhase.COMPLETED,
        Outcome.PARTLY,
        text,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        new VerificationSummary(VerificationSummary.EQUAL, text, List.of(), text),
        List.of(text),
        List.of(),
        null,
        List.of(new LeftBehind("account rr_abcdefghij on rm-primary01", text, null)),
        List.of(text),
        null,
        List.of(decision(text)));
  }
}
