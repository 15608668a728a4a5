package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateCommands;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.GateRequest;
import io.rdsrestore.workflows.notify.Alarm;
import io.rdsrestore.workflows.verdict.Reminders;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How a phase asks a person. One gate is open at a time; a second one waits for its turn, unless it
 * is urgent: then the open one is set aside, and opens again under its own id.
 */
final class Gates {
  private final Restore restore;
  private final GateKeeper keeper;
  private final Journal journal;
  private final Turnover turnover;
  private final GateNotices notices;
  private boolean asking;
  private int urgent;
  private ChangeOfPlan change;

  Gates(Restore restore, GateKeeper keeper, Journal journal, Turnover turnover) {
    this.restore = restore;
    this.keeper = keeper;
    this.journal = journal;
    this.turnover = turnover;
    this.notices = new GateNotices(restore, journal);
  }

  /**
   * Opens a gate and waits for a decision.
   *
   * @return empty if its deadline has passed
   * @throws ChangeOfPlan if other objects or another restore point are wanted
   */
  Optional<Decision> ask(GateRequest wanted) {
    return ask(wanted, restore.request.limits().decisionDeadline());
  }

  /** As {@link #ask(GateRequest)}, with a deadline of its own. */
  Optional<Decision> ask(GateRequest wanted, Duration limit) {
    awaitTurn(() -> !asking && urgent == 0);
    Optional<Decision> decision = askInTurn(wanted, limit);
    decision
        .filter(
            said ->
                said.action() == Action.CHANGE_OBJECTS
                    || said.action() == Action.CHANGE_RESTORE_POINT)
        .ifPresent(this::changePlan);
    return decision;
  }

  /** As {@link #ask(GateRequest, Duration)}; an open gate is set aside meanwhile. */
  Optional<Decision> askUrgently(GateRequest wanted, Duration limit) {
    urgent++;
    try {
      awaitTurn(() -> !asking);
      return askInTurn(wanted, limit);
    } finally {
      urgent--;
    }
  }

  /** As {@link #ask}, where nobody deciding means to stop. */
  Decision askOrStop(GateRequest wanted) {
    return askOrStop(wanted, restore.request.limits().decisionDeadline());
  }

  /** As {@link #askOrStop(GateRequest)}, with a deadline of its own. */
  Decision askOrStop(GateRequest wanted, Duration limit) {
    String gate = keeper.nextGate(wanted.kind());
    return ask(wanted, limit)
        .orElseThrow(
            () -> new RestoreStopped("nobody decided at %s within %s".formatted(gate, limit)));
  }

  /** Something failed that a person can mend: asks for retry or abort. */
  Decision askAfterFailure(String what, List<GateItem> items, String retryLeadsTo) {
    return askOrStop(
        GateRequest.of(
            GateKind.FAILURE, what, items, List.of(Choice.of(Action.RETRY, retryLeadsTo))));
  }

  /** Something failed that the restore can do without: asks for retry, approve or abort. */
  Optional<Decision> askToRetryOrDoWithout(
      String what, Trouble trouble, String retryLeadsTo, String approveLeadsTo) {
    return askToRetryOrDoWithout(what, trouble, retryLeadsTo, List.of(), approveLeadsTo);
  }

  /** Likewise, with ways on that this failure alone has. */
  Optional<Decision> askToRetryOrDoWithout(
      String what,
      Trouble trouble,
      String retryLeadsTo,
      List<Choice> others,
      String approveLeadsTo) {
    List<Choice> choices = new ArrayList<>();
    choices.add(Choice.of(Action.RETRY, retryLeadsTo));
    choices.addAll(others);
    choices.add(Choice.of(Action.APPROVE, approveLeadsTo));
    return ask(
        GateRequest.of(
            GateKind.FAILURE,
            "%s: %s".formatted(what, trouble.message()),
            List.of(trouble.item()),
            choices));
  }

  /** The restore has decided something itself. */
  void recordOwn(String action, String note) {
    keeper.recordOwn(action, note, Clock.now());
    journal.note("rds-restore: " + note);
  }

  /** A gate that was open when the run before this one ended, to be asked again as it was. */
  Optional<GateRequest> unanswered(GateKind kind) {
    return keeper
        .suspended(kind)
        .map(
            gate ->
                new GateRequest(
                    kind, gate.reason(), gate.items(), gate.choices(), gate.planHash()));
  }

  /** The change that was asked for is about to be made. */
  void planChanged() {
    change = null;
  }

  private void changePlan(Decision decision) {
    change = new ChangeOfPlan(decision);
    throw change;
  }

  /** Steps that run side by side may want to ask at once; who comes late may not need to. */
  private void awaitTurn(BooleanSupplier turn) {
    Workflow.await(() -> turn.getAsBoolean() || change != null || turnover.isDue());
    if (change != null) {
      throw new ChangeOfPlan(change.decision());
    }
    if (!turn.getAsBoolean()) {
      throw new ContinuingAsNew();
    }
  }

  private Optional<Decision> askInTurn(GateRequest wanted, Duration limit) {
    asking = true;
    try {
      GateRequest whole = GateChoices.complete(wanted, restore);
      Instant since = keeper.suspended(wanted.kind()).map(Gate::since).orElseGet(Clock::now);
      Optional<Decision> decision = openAndWait(whole, since, limit);
      while (decision.isEmpty() && keeper.suspended(wanted.kind()).isPresent()) {
        // Something urgent is asked first.
        asking = false;
        Workflow.await(() -> urgent == 0 && !asking);
        asking = true;
        decision = openAndWait(whole, since, limit);
      }
      return decision;
    } finally {
      asking = false;
    }
  }

  private Optional<Decision> openAndWait(GateRequest wanted, Instant since, Duration limit) {
    String id = keeper.nextGate(wanted.kind());
    Gate gate =
        new Gate(
            id,
            wanted.kind(),
            since,
            since.plus(limit),
            wanted.reason(),
            wanted.items(),
            wanted.choices(),
            GateCommands.of(restore.workflowId, id, wanted),
            wanted.planHash(),
            null);
    keeper.open(gate, Clock.now());
    if (keeper.decided().isPresent()) {
      journal.note(
          "%s at %s, decided before it opened".formatted(said(keeper.decided().get()), id));
      return keeper.decided();
    }
    String before = restore.doing;
    restore.doing = "Waiting for a decision at " + id;
    journal.waiting(gate);
    notices.opened(gate);
    try {
      waitAt(gate);
    } catch (CanceledFailure cancelled) {
      if (turnover.isDue()) {
        notices.handOver(gate);
        keeper.suspend();
        throw cancelled;
      }
      notices.settled(gate);
      keeper.close();
      journal.waitingNoMore("The restore stops while it waited at " + id);
      throw cancelled;
    }
    restore.doing = before;
    if (keeper.suspended(wanted.kind()).isPresent()) {
      return Optional.empty();
    }
    notices.settled(gate);
    keeper.close();
    journal.waitingNoMore(
        keeper
            .decided()
            .map(decision -> "%s at %s".formatted(said(decision), id))
            .orElse("Nobody decided at %s until its deadline".formatted(id)));
    return keeper.decided();
  }

  /** Until it is decided, set aside, or its deadline has passed; with reminders on the way. */
  private void waitAt(Gate gate) {
    boolean isUrgent = urgent > 0;
    while (true) {
      Alarm alarm = notices.next(gate);
      boolean woken =
          Timers.await(
              Timers.until(alarm.at()),
              alarm.ends() ? "deadline of " + gate.gate() : "reminder of " + gate.gate(),
              () -> keeper.decided().isPresent() || turnover.isDue() || (!isUrgent && urgent > 0));
      if (keeper.decided().isPresent()) {
        return;
      }
      if (woken) {
        setAside(gate);
        return;
      }
      if (alarm.ends()) {
        return;
      }
      if (alarm.reminds()) {
        keeper.remind(
            Reminders.text(
                gate, Clock.now(), journal.cost(), restore.clone != null, restore.pointLostAt));
        journal.reminded(keeper.open().orElseThrow());
      }
      notices.alarmed(keeper.open().orElseThrow(), alarm);
    }
  }

  private void setAside(Gate gate) {
    keeper.suspend();
    if (turnover.isDue()) {
      notices.handOver(gate);
      throw new ContinuingAsNew();
    }
    journal.note("%s is set aside for something more urgent".formatted(gate.gate()));
  }

  private static String said(Decision decision) {
    return "%s said %s"
        .formatted(
            decision.actor() == null ? "Somebody" : decision.actor(), decision.action().word());
  }
}
