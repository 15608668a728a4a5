package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionBuilder;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.util.ArrayList;
import java.util.List;

/** Shows whoever sits there what they are about to approve, and lets them approve exactly that. */
final class ApprovalQuestion {
  private ApprovalQuestion() {}

  /**
   * Asks, and names the plan in the decision that was shown.
   *
   * @throws UserError if they do not agree
   */
  static void ask(Asked asked, DecisionBuilder said) {
    Gate gate = asked.gate();
    RestorePlan plan = asked.execution().status().plan();
    Decision decision = said.build();
    if (decision.planHash() != null
        && gate.planHash() != null
        && !decision.planHash().equals(gate.planHash())) {
      // The restore refuses it, and says why: there is nothing to ask.
      return;
    }
    boolean ofPlan = gate.kind() == GateKind.APPROVAL && plan != null;
    if (ofPlan) {
      asked.questions().showPlan(plan);
    } else {
      asked.questions().show(lines(asked, gate));
    }
    boolean agreed =
        asked
            .questions()
            .agree(
                ofPlan
                    ? PlanConsent.question(plan)
                    : "Approve at %s? [y/N]".formatted(gate.gate()));
    if (!agreed) {
      throw new UserError(
          ExitCode.PERSON_NEEDED,
          "Not approved; %s waits on: ./rds-restore status %s shows it."
              .formatted(gate.gate(), asked.handle()));
    }
    said.planHash(gate.planHash());
  }

  /** Why it waits, about what, what follows, and what it has cost so far. */
  private static List<String> lines(Asked asked, Gate gate) {
    List<String> lines = new ArrayList<>();
    lines.add(GateText.headline(gate));
    Lists.of(gate.items()).forEach(item -> lines.add(Seam.then("  - ", GateText.item(item))));
    asked
        .choice(Action.APPROVE)
        .ifPresent(choice -> lines.add(Seam.colon("  * approve", choice.leadsTo())));
    RestoreStatus status = asked.execution().status();
    if (status.cost() != null) {
      lines.add(
          "  cost so far    %s %s".formatted(status.cost().amount(), status.cost().currency()));
    }
    return lines;
  }
}
