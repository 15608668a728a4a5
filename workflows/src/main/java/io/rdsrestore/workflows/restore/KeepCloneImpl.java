package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.KeepRule;
import io.rdsrestore.workflows.decision.Verdict;
import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.Notices;
import io.rdsrestore.workflows.policy.PolicyJudge;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.verdict.KeepEnd;
import io.rdsrestore.workflows.verdict.Reminders;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * What outlives its restore: a clone, which is kept, extended, reminded of and removed; a swap or a
 * merge that can still be taken back.
 */
public final class KeepCloneImpl implements KeepCloneWorkflow {
  private static final String WARNS = "that it cannot be taken back much longer is said then";

  private final GateKeeper keeper;
  private final Restore restore;
  private final Journal journal;
  private final Auditor auditor;
  private final Turnover turnover = new Turnover();
  private final DecisionDesk desk;
  private final CleaningPhase cleaning;
  private final LateUndo lateUndo;
  private final SwappingPhase swapping;
  private final boolean continued;
  private final KeepRule rule;
  private CancellationScope waiting;

  /** Until when the clone is kept, as last told; null: not yet in this run. */
  private Instant told;

  /** Likewise, of an undo. */
  private Instant offered;

  /** When the end of that offer is told; null: it has been, or is not. */
  private Instant warning;

  /** Made, with all it is told, before the first signal, update or query is handled. */
  @WorkflowInit
  public KeepCloneImpl(RawValue input) {
    continued = Workflow.getInfo().getContinuedExecutionRunId().isPresent();
    CarriedOver before = continued ? CarriedOver.read(Raw.text(input)) : begin(input);
    restore = before.restore();
    keeper = before.gates();
    rule =
        new KeepRule(
            () -> KeepWords.kept(restore, hasClone()),
            () -> KeepWords.abortLeadsTo(restore),
            () -> hasClone() ? restore.keptUntil : restore.undo.until(),
            Clock::now,
            () -> restore.maxCost,
            this::costEnd);
    keeper.keepRule(rule);
    keeper.undoRule(this::judgeUndo);
    keeper.policy(decision -> PolicyJudge.ofDecision(restore.rules(), restore.request, decision));
    journal = new Journal(restore, keeper, before.timeline());
    auditor = new Auditor(restore, keeper, journal);
    Gates gates = new Gates(restore, keeper, journal, turnover);
    Steps steps = new Steps(restore, gates, turnover);
    cleaning = new CleaningPhase(restore, steps, gates, journal, new Removals(restore));
    lateUndo = new LateUndo(restore, steps, gates, journal, turnover, cleaning);
    swapping = new SwappingPhase(restore, steps, gates, journal);
    desk = new DecisionDesk(keeper, turnover, restore.audit::listsRefusals, this::received);
    desk.listenToTheRest(
        List.of(
            RestoreContract.DECIDE, RestoreContract.SIGNAL_RETRY, RestoreContract.SIGNAL_ABORT));
  }

  private static CarriedOver begin(RawValue input) {
    String workflowId = Workflow.getInfo().getWorkflowId();
    KeepRequest told = KeepRequest.read(Raw.text(input)).orElse(null);
    Restore restore = new Restore(told == null ? null : told.restoreId(), workflowId, Clock.now());
    GateKeeper gates = new GateKeeper();
    if (told != null) {
      told.tell(restore);
      restore.phase = RestorePhase.KEEPING;
      restore.doing = "keeping what outlives its restore";
      gates.enter(RestorePhase.KEEPING, Clock.now());
    }
    return new CarriedOver(restore, gates, List.of());
  }

  @Override
  public RestoreReport keep(RawValue request) {
    auditor.begin();
    if (continued) {
      journal.goOn();
    } else {
      admit();
      journal.begin();
    }
    try {
      if (restore.phase == RestorePhase.KEEPING) {
        restore.stopped = untilItsEnd();
      }
      Workflow.newDetachedCancellationScope(this::finish).run();
    } catch (ContinuingAsNew full) {
      Workflow.await(Workflow::isEveryHandlerFinished);
      journal.write();
      Workflow.continueAsNew(new CarriedOver(restore, keeper, journal.timeline()));
    }
    return restore.report;
  }

  private void admit() {
    boolean usable =
        restore.request != null
            && RestoreContract.keepWorkflowId(restore.restoreId).equals(restore.workflowId);
    if (!usable) {
      restore.phase = RestorePhase.FAILED;
      throw Refusal.ofRequest(
          List.of(
              new RequestProblem(
                  "request",
                  "a restore starts this workflow by itself, as restore-keep/<restore id>, where its request says clone.keepFor or undoFor")));
    }
  }

  /** Why it ends before its time; null if its time is over. */
  private String untilItsEnd() {
    waiting = Workflow.newCancellationScope(this::waitForItsEnd);
    if (keeper.abort().isPresent()) {
      waiting.cancel();
    }
    try {
      waiting.run();
      return null;
    } catch (CanceledFailure cancelled) {
      return keeper.abort().map(Decision::abortedBy).orElse("cancelled in Temporal");
    }
  }

  private void waitForItsEnd() {
    Instant since = Clock.now();
    while (hasClone() || restore.undo != null) {
      if (restore.undoDecidedBy != null) {
        lateUndo.run();
        offered = null;
      } else if (restore.undo != null && isOver(restore.undo.until())) {
        journal.note("The time for an undo is over");
        restore.undo = null;
      } else if (hasClone() && isOver(restore.keptUntil)) {
        if (restore.undo == null) {
          return;
        }
        removeClone();
      } else {
        tellWhatIsKept();
        if (hasClone()) {
          awaitEndOfClone(since);
        } else {
          awaitUndo();
        }
      }
    }
  }

  private static boolean isOver(Instant until) {
    return !Clock.now().isBefore(until);
  }

  private void tellWhatIsKept() {
    if (restore.undo != null && !restore.undo.until().equals(offered)) {
      offered = restore.undo.until();
      journal.doing(UndoStays.sentence(restore));
      warning =
          !offered.equals(restore.undoEndTold) && Changes.END_OF_UNDO_IS_TOLD.isIn()
              ? UndoStays.warning(restore, Clock.now())
              : null;
    }
    if (hasClone() && !restore.keptUntil.equals(told)) {
      told = restore.keptUntil;
      tellUntil(told);
    }
  }

  /** Or something before it: a reminder, a decision, the end of the undo. */
  private void awaitEndOfClone(Instant since) {
    Instant until = restore.keptUntil;
    Instant end = firstEnd();
    Instant reminder =
        Reminders.next(since, restore.request.limits().decisionReminder(), Clock.now());
    boolean last = !reminder.isBefore(end);
    boolean warns = warning != null && warning.isBefore(last ? end : reminder);
    Timers.await(
        Timers.until(warns ? warning : last ? end : reminder),
        warns ? WARNS : last ? "the clone is removed then" : "reminder of what it costs",
        () ->
            !until.equals(restore.keptUntil) || restore.undoDecidedBy != null || turnover.isDue());
    goOnInAnotherRunIfDue();
    if (warns) {
      tellEndOfUndo();
      return;
    }
    if (!last && isOver(reminder)) {
      journal.doing(KeepWords.reminder(restore, journal.cost()));
      tellWhatItCosts();
    }
  }

  private boolean hasClone() {
    return restore.keptUntil != null && !restore.keptCloneSettled;
  }

  private Instant firstEnd() {
    return restore.undo == null || restore.keptUntil.isBefore(restore.undo.until())
        ? restore.keptUntil
        : restore.undo.until();
  }

  private void awaitUndo() {
    Instant until = restore.undo.until();
    boolean warns = warning != null && warning.isBefore(until);
    Timers.await(
        Timers.until(warns ? warning : until),
        warns ? WARNS : "nothing is taken back any more then",
        () ->
            restore.undoDecidedBy != null
                || !until.equals(restore.undo.until())
                || turnover.isDue());
    goOnInAnotherRunIfDue();
    if (warns) {
      tellEndOfUndo();
    }
  }

  /** Once, if that moment has come. */
  private void tellEndOfUndo() {
    if (restore.undo == null || !restore.undo.until().equals(offered) || !isOver(warning)) {
      return;
    }
    warning = null;
    restore.undoEndTold = offered;
    journal.doing(UndoStays.endsSoon(restore));
    if (restore.notifications != null) {
      var unused =
          Messenger.send(
              Notices.ofUndoEnd(Messenger.source(restore), restore.doing, offered, Clock.now()),
              restore,
              journal);
    }
  }

  private void goOnInAnotherRunIfDue() {
    if (turnover.isDue()) {
      throw new ContinuingAsNew();
    }
  }

  /** An undo can be asked for longer than the clone is kept. */
  private void removeClone() {
    Workflow.newDetachedCancellationScope(cleaning::run).run();
    restore.keptCloneSettled = true;
    journal.enter(RestorePhase.KEEPING, UndoStays.sentence(restore));
  }

  private Verdict judgeUndo() {
    if (restore.undo == null) {
      return new Verdict.Ignored(
          restore.undone == null
              ? "there is nothing to take back, or its time is over; the report of the restore has the SQL"
              : "it is taken back already: " + restore.undone);
    }
    if (restore.undoDecidedBy != null) {
      return new Verdict.Ignored("it is being taken back");
    }
    if (keeper.abort().isPresent() || restore.phase != RestorePhase.KEEPING) {
      return new Verdict.Ignored("what is kept is being removed just now");
    }
    return new Verdict.Acts(
        null, "the %s is taken back now; see the status".formatted(restore.undo.what()));
  }

  private void tellWhatItCosts() {
    if (restore.notifications == null) {
      return;
    }
    Notice notice =
        Notices.ofKept(Messenger.source(restore), restore.doing, restore.keptUntil, Clock.now());
    var unused = Messenger.send(notice, restore, journal);
  }

  /** In the status, and on the clone itself, for whoever finds it. */
  private void tellUntil(Instant until) {
    journal.doing(KeepWords.kept(restore));
    journal.remember();
    try {
      Steps.attempt(
          () ->
              Steps.rds(ActivityPolicies.glance("tag the clone with its end"))
                  .ensureCloneTags(
                      new CloneTags(
                          restore.cloneReference(),
                          restore.restoreId,
                          restore.request.instanceId(),
                          until,
                          restore.workflowId,
                          null)));
    } catch (StepFailed failed) {
      journal.note("Could not tag the clone: " + failed.trouble().message());
    }
  }

  private void finish() {
    swapping.settle();
    cleaning.run();
    keeper.enter(RestorePhase.COMPLETED, Clock.now());
    restore.report = KeepWords.report(restore, keeper.records(), journal.cost(), Clock.now());
    journal.enter(RestorePhase.COMPLETED, restore.report.summary());
    LastWord.of(restore);
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  private Instant costEnd(BigDecimal limit) {
    if (!hasClone()) {
      return Instant.MAX;
    }
    return KeepEnd.byCost(
        restore.price, restore.spentOnEarlierClones(Clock.now()), restore.clone.boughtAt(), limit);
  }

  private void received(Decision decision, Verdict verdict) {
    if (decision.action() == Action.UNDO && verdict instanceof Verdict.Acts) {
      restore.undoDecidedBy = decision.who();
    }
    if (decision.action() == Action.EXTEND && verdict instanceof Verdict.Acts) {
      if (hasClone()) {
        restore.keptUntil = rule.until(decision);
      } else {
        restore.undo = restore.undo.withUntil(rule.until(decision));
      }
      restore.maxCost = decision.maxCost() == null ? restore.maxCost : decision.maxCost();
    }
    if (keeper.abort().isPresent() && waiting != null && !waiting.isCancelRequested()) {
      waiting.cancel();
    }
  }

  @Override
  public RestoreStatus status() {
    return journal.status();
  }

  @Override
  public void validateDecide(RawValue decision) {
    desk.validate(decision);
  }

  @Override
  public DecisionAnswer decide(RawValue decision) {
    return desk.decide(decision);
  }

  @Override
  public void signalDecision(RawValue decision) {
    desk.signal(decision, null);
  }

  @Override
  public void retry(RawValue decision) {
    desk.signal(decision, Action.RETRY);
  }

  @Override
  public void abort(RawValue decision) {
    desk.signal(decision, Action.ABORT);
  }
}
