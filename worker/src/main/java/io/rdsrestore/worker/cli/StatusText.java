package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.status.Progress;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A status for people. */
final class StatusText {
  private static final int LAST_IGNORED = 3;

  private final Times times;

  StatusText(Times times) {
    this.times = times;
  }

  List<String> lines(Execution execution) {
    List<String> lines = new ArrayList<>();
    lines.add("%s (%s)".formatted(execution.workflowId(), RunState.word(execution.state())));
    if (execution.report() != null) {
      lines.addAll(new ReportText(times).lines(execution.report()));
      return lines;
    }
    if (execution.failure() != null) {
      lines.add(Seam.colon("  ended without a report", failure(execution.failure())));
      execution.costsOn().ifPresent(left -> lines.add("  " + left));
    }
    if (execution.status() == null) {
      withoutWorker(execution, lines);
    } else {
      own(execution.status(), lines);
    }
    if (execution.status() != null) {
      kept(execution.status(), lines);
      notUsed(execution.status(), lines);
    }
    if (execution.live() != null) {
      lines.add("  last said      " + execution.live());
    }
    if (execution.isWaitingForPerson()) {
      lines.addAll(new GateText(times).lines(execution.status().waitingFor()));
    }
    return lines;
  }

  /** Its code, and what it says. */
  private static String failure(String text) {
    int colon = text.indexOf(": ");
    return colon < 0 ? text : Seam.colon(text.substring(0, colon), text.substring(colon + 2));
  }

  private static void withoutWorker(Execution execution, List<String> lines) {
    if (execution.standsStill()) {
      lines.add("  No worker answers, so it stands still: ./rds-restore worker starts one.");
    }
    lines.addAll(MemoLines.of(execution.memo()));
    if (execution.gateWithoutWorker() != null) {
      lines.add(
          "A person is waited for. Temporal keeps a signal until a worker runs, for example:");
      lines.add(
          "  temporal workflow signal --workflow-id %s --name retry --input '{\"gate\":\"%s\",\"actor\":\"YOU\"}'"
              .formatted(execution.workflowId(), execution.gateWithoutWorker()));
    }
  }

  private void own(RestoreStatus status, List<String> lines) {
    lines.add("  restore        %s, primary %s".formatted(status.restoreId(), status.instanceId()));
    lines.add("  phase          " + status.phase());
    if (status.doing() != null && status.waitingFor() == null) {
      lines.add("  doing          " + status.doing());
    }
    if (status.progress() != null) {
      lines.add("  progress       " + progress(status.progress()));
    }
    if (status.plan() != null) {
      plan(status.plan(), lines);
    }
    if (status.cloneStatus() != null) {
      lines.add(
          "  clone          %s %s"
              .formatted(status.cloneStatus().instanceId(), status.cloneStatus().state()));
    }
    if (status.keptUntil() != null) {
      lines.add("  kept until     " + times.moment(status.keptUntil()));
    }
    if (status.task() != null) {
      lines.add(
          "  DTS task       %s %s"
              .formatted(
                  status.task().jobId(), status.task().state() == null ? "" : status.task().state())
              .stripTrailing());
    }
    if (status.cost() != null) {
      lines.add(
          "  cost so far    %s %s".formatted(status.cost().amount(), status.cost().currency()));
    }
  }

  /** What somebody has said ahead of time acts later, unless it is taken back. */
  private static void kept(RestoreStatus status, List<String> lines) {
    for (DecisionRecord decision : Lists.of(status.decisions())) {
      if (decision.outcome() == DecisionOutcome.KEPT) {
        lines.add(
            "  kept           %d: %s%s by %s (take it back: ./rds-restore withdraw %s --decision %d)"
                .formatted(
                    decision.number(),
                    decision.action(),
                    decision.gate() == null ? "" : " for " + decision.gate(),
                    decision.actor() == null ? "somebody" : decision.actor(),
                    status.instanceId(),
                    decision.number()));
      }
    }
  }

  /** A signal's sender is told "succeeded" whatever becomes of it: here stands what did. */
  private void notUsed(RestoreStatus status, List<String> lines) {
    List<DecisionRecord> ignored =
        Lists.of(status.decisions()).stream()
            .filter(decision -> decision.outcome() == DecisionOutcome.IGNORED)
            .toList();
    for (DecisionRecord decision :
        ignored.subList(Math.max(0, ignored.size() - LAST_IGNORED), ignored.size())) {
      lines.add(
          Seam.colon(
              "  not used       %s%s, %s"
                  .formatted(
                      decision.action() == null ? "something unreadable" : decision.action(),
                      decision.actor() == null ? "" : " by " + decision.actor(),
                      times.moment(decision.at())),
              decision.note()));
    }
  }

  private static void plan(RestorePlan plan, List<String> lines) {
    if (plan.restoreTo() != null) {
      lines.add("  restore point  " + plan.restoreTo().describe());
    }
    if (plan.price() != null) {
      lines.add(
          "  price          %s %s an hour, plan %s"
              .formatted(plan.price().perHour(), plan.price().currency(), plan.hash()));
    }
    if (plan.expectedCost() != null && plan.durations() != null) {
      lines.add(
          "  expected       %s %s for the %s of the clone, %s in all without people's decisions"
              .formatted(
                  plan.expectedCost(),
                  plan.price().currency(),
                  Times.duration(plan.durations().lifeOfClone()),
                  Times.duration(plan.durations().total())));
    }
    for (PlanCheck check : Lists.of(plan.checks())) {
      if (check.status() == CheckStatus.BLOCKER || check.status() == CheckStatus.WARNING) {
        String what =
            "  %-14s %s"
                .formatted(Words.of(check.status()), Seam.colon(check.id(), check.message()));
        lines.add(check.remedy() == null ? what : Seam.join(what, "; ", check.remedy()));
        check.commands().forEach(command -> lines.add("      " + command));
      }
    }
  }

  /** Progress with its estimated end. */
  String progress(Progress progress) {
    String so = "%s %d %%".formatted(progress.step(), progress.percent());
    if (progress.eta() == null || progress.asOf() == null) {
      return so;
    }
    return "%s, about %s left (ETA %s)"
        .formatted(
            so,
            Times.duration(Duration.between(progress.asOf(), progress.eta())),
            times.clock(progress.eta()));
  }
}
