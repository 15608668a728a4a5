package io.rdsrestore.worker.cli;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Which gate a decision is sent to, or why it is not sent. */
final class GateChoice {
  private static final Set<Action> NEED_NO_GATE =
      EnumSet.of(Action.ABORT, Action.PAUSE, Action.WITHDRAW, Action.EXTEND);

  private GateChoice() {}

  /**
   * The gate's id; null only for what needs none.
   *
   * @param named the gate that the person named; null: the open one
   */
  static String of(Action action, String named, Execution execution) {
    if (!execution.isRunning()) {
      throw new UserError(
          ExitCode.FAILED,
          "%s has ended (%s): there is nothing to decide."
              .formatted(execution.workflowId(), RunState.word(execution.state())));
    }
    if (execution.status() == null) {
      throw new UserError(ExitCode.FAILED, withoutWorker(action, named, execution));
    }
    if (needsNoGate(action, execution)) {
      return named;
    }
    if (named != null) {
      refuseMistyped(action, named, execution);
      return named;
    }
    Gate gate = execution.status().waitingFor();
    if (gate == null) {
      throw new UserError(
          ExitCode.FAILED,
          "%s waits for nobody: it is in %s%s."
              .formatted(
                  execution.workflowId(),
                  execution.status().phase(),
                  execution.status().doing() == null
                      ? ""
                      : " (" + execution.status().doing() + ")"));
    }
    if (Lists.of(gate.choices()).stream().noneMatch(choice -> choice.action() == action)) {
      throw new UserError(
          ExitCode.FAILED,
          "%s cannot be answered with %s; it offers %s."
              .formatted(
                  gate.gate(),
                  action.word(),
                  Lists.of(gate.choices()).stream()
                      .map(Choice::action)
                      .map(Action::word)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
    return gate.gate();
  }

  /**
   * Nobody at a command answers a gate to come while one of its kind waits for them; the contract
   * keeps such an answer, for programs.
   */
  private static void refuseMistyped(Action action, String named, Execution execution) {
    Gate open = execution.status().waitingFor();
    if (open == null || open.gate().equals(named) || !kind(named).equals(kind(open.gate()))) {
      return;
    }
    throw new UserError(
        ExitCode.FAILED,
        "%s is not open, %s is: ./rds-restore %s %s --gate %s"
            .formatted(named, open.gate(), action.command(), Handle.of(execution), open.gate()));
  }

  private static String kind(String gate) {
    int dash = gate.lastIndexOf('-');
    return dash < 0 ? gate : gate.substring(0, dash).toLowerCase(Locale.ROOT);
  }

  /** A signal that has to name a gate, and does not, would be thrown away: none is offered. */
  private static String withoutWorker(Action action, String named, Execution execution) {
    String id = execution.workflowId();
    boolean noGate = needsNoGate(action, execution);
    String gate = named == null ? execution.gateWithoutWorker() : named;
    if (gate == null && !noGate) {
      return "No worker answers for %s, and no gate was open when one last did. Start one with ./rds-restore worker, then try again."
          .formatted(id);
    }
    return "No worker answers for %s. Start one with ./rds-restore worker, or leave a signal, which Temporal keeps until one runs: temporal workflow signal --workflow-id %s --name decide --input '{\"action\":\"%s\"%s,\"actor\":\"YOU\"}'"
        .formatted(id, id, action.word(), noGate ? "" : ",\"gate\":\"%s\"".formatted(gate));
  }

  /**
   * The open gate that a decision is for.
   *
   * @param chosen the gate's id; null: none
   * @return null if the decision is for none, or for another one than is open
   */
  static Gate open(String chosen, Execution execution) {
    Gate open = execution.status().waitingFor();
    return open != null && open.gate().equals(chosen) ? open : null;
  }

  /** What is taken back after its restore has ended has no gate any more. */
  private static boolean needsNoGate(Action action, Execution execution) {
    return NEED_NO_GATE.contains(action)
        || (action == Action.UNDO && !RestoreContract.isRestore(execution.workflowId()));
  }

  /** Refuses items that the open gate does not list as skippable. */
  static void checkItems(List<String> items, Gate gate) {
    List<String> skippable =
        Lists.of(gate.items()).stream().filter(GateItem::canSkip).map(GateItem::name).toList();
    List<String> wrong = items.stream().filter(item -> !skippable.contains(item)).toList();
    if (!wrong.isEmpty()) {
      throw new UserError(
          ExitCode.FAILED,
          "%s cannot be skipped at %s; %s."
              .formatted(
                  String.join(", ", wrong),
                  gate.gate(),
                  skippable.isEmpty()
                      ? "nothing there can"
                      : "what can be: " + String.join(", ", skippable)));
    }
  }
}
