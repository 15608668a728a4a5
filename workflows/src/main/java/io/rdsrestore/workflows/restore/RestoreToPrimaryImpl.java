package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.decision.RequestRule;
import io.rdsrestore.workflows.policy.PolicyJudge;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Async;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;

/** The way of a restore: request, plan, clone, task, precheck, copy, verdict, swap, report. */
public final class RestoreToPrimaryImpl implements RestoreToPrimaryWorkflow {
  private static final Logger log = Workflow.getLogger(RestoreToPrimaryImpl.class);

  private final GateKeeper keeper;
  private final Restore restore;
  private final Journal journal;
  private final Auditor auditor;
  private final Gates gates;
  private final Steps steps;
  private final Removals removals;
  private final CostWatch costWatch;
  private final Turnover turnover = new Turnover();
  private final DecisionDesk desk;
  private final boolean continued;
  private CancellationScope work;

  /** Made before the first signal, update or query is handled, so that none finds nothing. */
  @WorkflowInit
  public RestoreToPrimaryImpl(RawValue input) {
    WorkflowInfo info = Workflow.getInfo();
    continued = info.getContinuedExecutionRunId().isPresent();
    CarriedOver before =
        continued
            ? CarriedOver.read(Raw.text(input))
            : new CarriedOver(
                new Restore(
                    RestoreId.of(info.getFirstExecutionRunId()), info.getWorkflowId(), Clock.now()),
                new GateKeeper(),
                List.of());
    restore = before.restore();
    keeper = before.gates();
    keeper.rule(
        new RequestRule(
            () -> restore.request, () -> restore.maxCost, Clock::now, () -> restore.clone != null));
    keeper.answer(
        (choice, decision) ->
            decision.action() == Action.MERGE
                ? Merges.answer(restore, decision, keeper.nextGate(GateKind.SWAP))
                : SafetyNet.leadsTo(restore, choice, decision));
    keeper.refusesMistyped(Changes.MISTYPED_GATE_IS_REFUSED::isIn);
    keeper.policy(decision -> PolicyJudge.ofDecision(restore.rules(), restore.request, decision));
    journal = new Journal(restore, keeper, before.timeline());
    auditor = new Auditor(restore, keeper, journal);
    gates = new Gates(restore, keeper, journal, turnover);
    steps = new Steps(restore, gates, turnover);
    removals = new Removals(restore);
    costWatch = new CostWatch(restore, gates, journal);
    desk =
        new DecisionDesk(
            keeper, turnover, restore.audit::listsRefusals, (decision, verdict) -> received());
    desk.listenToTheRest(RestoreContract.SIGNALS);
  }

  @Override
  public RestoreReport restore(RawValue request) {
    auditor.begin();
    var unused =
        CancellationScope.current().getCancellationRequest().thenApply(this::cancelledInTemporal);
    if (continued) {
      journal.goOn();
    } else {
      admit(request);
      journal.begin();
    }
    try {
      if (restore.phase != RestorePhase.CLEANING) {
        restore.stopped = work();
      }
      Workflow.newDetachedCancellationScope(this::finish).run();
    } catch (ContinuingAsNew full) {
      Workflow.await(Workflow::isEveryHandlerFinished);
      journal.write();
      Workflow.continueAsNew(new CarriedOver(restore, keeper, journal.timeline()));
    }
    return restore.report;
  }

  private void admit(RawValue raw) {
    ReadRequest read = RequestReader.read(Raw.text(raw), Clock.now());
    List<RequestProblem> problems = new ArrayList<>(read.problems());
    if (read.isValid()) {
      String lock = RestoreContract.workflowId(read.request().instanceId());
      if (!lock.equals(restore.workflowId)) {
        problems.add(
            new RequestProblem(
                "workflow id",
                "%s must be %s: the id is the lock that keeps two restores off one primary"
                    .formatted(restore.workflowId, lock)));
      }
    }
    if (!problems.isEmpty()) {
      restore.phase = RestorePhase.FAILED;
      ApplicationFailure refusal = Refusal.ofRequest(problems);
      log.warn("{}: {}", restore.workflowId, refusal.getOriginalMessage());
      throw refusal;
    }
    restore.request = read.request();
    restore.accounts = read.request().accounts();
    restore.maxCost = read.request().limits().maxCost();
    restore.rate = read.request().migration();
  }

  /**
   * The clean-up is detached from it. Whoever cancels at its gate wants an end: what is left is
   * removed again at once; it is no decision to leave something behind that costs money.
   */
  private String cancelledInTemporal(String reason) {
    keeper
        .open()
        .filter(gate -> gate.kind() == GateKind.CLEANUP)
        .filter(gate -> Changes.CANCEL_TRIES_THE_CLEANUP_AGAIN.isIn())
        .ifPresent(
            gate -> {
              var unused =
                  keeper.receive(
                      Decision.of(Action.RETRY, gate.gate(), "a cancel in Temporal", reason),
                      Clock.now());
            });
    return reason;
  }

  /** Why the restore stopped before its time; null if it came to its end. */
  private String work() {
    work = Workflow.newCancellationScope(this::phasesUnderWatch);
    if (keeper.abort().isPresent()) {
      work.cancel();
    }
    try {
      work.run();
      return null;
    } catch (CanceledFailure cancelled) {
      return keeper.abort().map(Decision::abortedBy).orElse("cancelled in Temporal");
    } catch (RestoreStopped stopped) {
      return stopped.getMessage();
    } catch (ApplicationFailure refused) {
      journal.enter(RestorePhase.FAILED, "Refused; nothing was changed or bought");
      log.warn("{}: {}", restore.workflowId, refused.getOriginalMessage());
      auditor.stop();
      LastWord.ofRefusal(restore, refused.getOriginalMessage());
      throw refused;
    }
  }

  /** The phases, and beside them the look at what they cost: the first to stop stops both. */
  private void phasesUnderWatch() {
    Promise<Void> phases = Async.procedure(this::phases);
    AtomicReference<Promise<Void>> started = new AtomicReference<>();
    CancellationScope watching =
        Workflow.newCancellationScope(() -> started.set(Async.procedure(costWatch::run)));
    watching.run();
    Promise<Void> watch = started.get();
    var unused = Promise.anyOf(phases, watch).getFailure();
    if (watch.isCompleted() && watch.getFailure() instanceof RestoreStopped) {
      work.cancel();
    }
    // What is under way comes to its end in any case: nothing of ours may be unknown.
    RuntimeException ofPhases = phases.getFailure();
    watching.cancel();
    if (watch.getFailure() instanceof RestoreStopped stopped) {
      throw stopped;
    }
    if (ofPhases != null) {
      throw ofPhases;
    }
  }

  private void phases() {
    RestorePhase next = restore.phase;
    while (next != null) {
      try {
        next = run(next);
      } catch (ChangeOfPlan change) {
        gates.planChanged();
        new Replanning(restore, steps, gates, journal, removals).apply(change.decision());
        next = RestorePhase.PLANNING;
      }
    }
  }

  /** Runs a phase; the next one, or null after the last. */
  private RestorePhase run(RestorePhase phase) {
    ConfiguringPhase configuring = new ConfiguringPhase(restore, steps, gates, journal);
    return switch (phase) {
      case PLANNING -> {
        new PlanningPhase(restore, steps, gates, journal).run();
        yield RestorePhase.PREPARING;
      }
      case PREPARING ->
          new PreparingPhase(restore, steps, gates, journal).run()
              ? RestorePhase.CLONING
              : RestorePhase.PLANNING;
      case CLONING -> {
        new CloningPhase(restore, steps, gates, journal, costWatch).run();
        yield RestorePhase.CONFIGURING;
      }
      case CONFIGURING -> {
        configuring.run();
        yield RestorePhase.PRECHECKING;
      }
      case PRECHECKING -> {
        new PrecheckingPhase(restore, steps, gates, journal, configuring).run();
        yield RestorePhase.MIGRATING;
      }
      case MIGRATING ->
          new MigratingPhase(restore, steps, gates, journal, keeper, removals).run()
              ? RestorePhase.VERIFYING
              : RestorePhase.CONFIGURING;
      case VERIFYING -> {
        new VerifyingPhase(restore, steps, gates, journal, keeper).run();
        new MoveInPhase(restore, steps, gates, journal).settleVerified();
        yield MoveInPhase.isAsked(restore) || SwappingPhase.isWanted(restore)
            ? RestorePhase.SWAPPING
            : null;
      }
      case SWAPPING -> {
        if (MoveInPhase.isAsked(restore)) {
          new MoveInPhase(restore, steps, gates, journal).ask();
        }
        if (SwappingPhase.isWanted(restore)) {
          new SwappingPhase(restore, steps, gates, journal).run();
        }
        yield null;
      }
      case CLEANING, KEEPING, COMPLETED, ABORTED, FAILED ->
          throw new IllegalStateException(phase + " is no phase of the work");
    };
  }

  private void finish() {
    if (restore.stopped != null && restore.phase != RestorePhase.CLEANING) {
      journal.note("Stopped: " + restore.stopped);
    }
    keeper
        .abort()
        .filter(Decision::keepsClone)
        .ifPresent(abort -> restore.cloneKeptBy = abort.who());
    new MoveInPhase(restore, steps, gates, journal).settle();
    new SwappingPhase(restore, steps, gates, journal).settle();
    UndoStays undo = new UndoStays(restore, journal);
    undo.begin();
    new CleaningPhase(restore, steps, gates, journal, removals).run();
    undo.end();
    RestorePhase end = restore.stopped == null ? RestorePhase.COMPLETED : RestorePhase.ABORTED;
    keeper.enter(end, Clock.now());
    restore.report = ReportWriter.write(restore, keeper.records(), journal.cost(), Clock.now());
    journal.enter(end, restore.report.summary());
    LastWord.of(restore);
    Workflow.await(Workflow::isEveryHandlerFinished);
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
  public void approve(RawValue decision) {
    desk.signal(decision, Action.APPROVE);
  }

  @Override
  public void retry(RawValue decision) {
    desk.signal(decision, Action.RETRY);
  }

  @Override
  public void skipPrecheckItems(RawValue decision) {
    desk.signal(decision, Action.SKIP_PRECHECK_ITEMS);
  }

  @Override
  public void changeObjects(RawValue decision) {
    desk.signal(decision, Action.CHANGE_OBJECTS);
  }

  @Override
  public void abort(RawValue decision) {
    desk.signal(decision, Action.ABORT);
  }

  private void received() {
    if (keeper.abort().isPresent() && work != null && !work.isCancelRequested()) {
      journal.doing(
          "Stopping: what is under way comes to its end, then all that is ours is removed");
      work.cancel();
    }
  }
}
