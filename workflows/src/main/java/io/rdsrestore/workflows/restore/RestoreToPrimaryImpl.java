package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.DecisionReader;
import io.rdsrestore.workflows.decision.GateKeeper;
import io.rdsrestore.workflows.decision.ReadDecision;
import io.rdsrestore.workflows.decision.Verdict;
import io.rdsrestore.workflows.request.ReadRequest;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.request.RequestReader;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.common.converter.RawValue;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.CancellationScope;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInfo;
import io.temporal.workflow.WorkflowInit;
import java.util.ArrayList;
import java.util.List;

/** The way of a restore: request, plan, clone, task, precheck, copy, verdict, report. */
public final class RestoreToPrimaryImpl implements RestoreToPrimaryWorkflow {
  private final GateKeeper keeper = new GateKeeper();
  private final Restore restore;
  private final Journal journal;
  private final Gates gates;
  private final Steps steps;
  private CancellationScope work;

  /** Made before the first signal, update or query is handled, so that none finds nothing. */
  @WorkflowInit
  public RestoreToPrimaryImpl(RawValue request) {
    WorkflowInfo info = Workflow.getInfo();
    restore =
        new Restore(RestoreId.of(info.getFirstExecutionRunId()), info.getWorkflowId(), Clock.now());
    journal = new Journal(restore, keeper);
    gates = new Gates(restore, keeper, journal);
    steps = new Steps(restore, gates);
  }

  @Override
  public RestoreReport restore(RawValue request) {
    admit(request);
    journal.begin();
    String stopped = work();
    Workflow.newDetachedCancellationScope(() -> finish(stopped)).run();
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
      throw Refusal.of(
          RestoreErrorCode.INVALID_REQUEST,
          "The request is refused",
          problems.stream().map(RequestProblem::toString).toList(),
          problems);
    }
    restore.request = read.request();
    restore.accounts = read.request().accounts();
  }

  /** Why the restore stopped before its time; null if it came to its end. */
  private String work() {
    work = Workflow.newCancellationScope(this::phases);
    if (keeper.abort().isPresent()) {
      work.cancel();
    }
    try {
      work.run();
      return null;
    } catch (CanceledFailure cancelled) {
      return keeper
          .abort()
          .map(
              decision ->
                  "aborted by %s%s"
                      .formatted(
                          decision.actor() == null ? "somebody" : decision.actor(),
                          decision.comment() == null ? "" : ": " + decision.comment()))
          .orElse("cancelled in Temporal");
    } catch (RestoreStopped stopped) {
      return stopped.getMessage();
    } catch (ApplicationFailure refused) {
      journal.enter(RestorePhase.FAILED, "Refused; nothing was changed or bought");
      throw refused;
    }
  }

  private void phases() {
    new PlanningPhase(restore, steps, gates, journal).run();
    new PreparingPhase(restore, steps, gates, journal).run();
    new CloningPhase(restore, steps, gates, journal).run();
    ConfiguringPhase configuring = new ConfiguringPhase(restore, steps, gates, journal);
    PrecheckingPhase prechecking =
        new PrecheckingPhase(restore, steps, gates, journal, configuring);
    MigratingPhase migrating = new MigratingPhase(restore, steps, gates, journal);
    do {
      configuring.run();
      prechecking.run();
    } while (!migrating.run());
    new VerifyingPhase(restore, steps, gates, journal).run();
  }

  private void finish(String stopped) {
    if (stopped != null) {
      journal.note("Stopped: " + stopped);
    }
    new CleaningPhase(restore, steps, gates, journal).run();
    RestorePhase end = stopped == null ? RestorePhase.COMPLETED : RestorePhase.ABORTED;
    keeper.enter(end, Clock.now());
    restore.report =
        ReportWriter.write(restore, stopped, keeper.records(), journal.cost(), Clock.now());
    journal.enter(end, restore.report.summary());
    Workflow.await(Workflow::isEveryHandlerFinished);
  }

  @Override
  public RestoreStatus status() {
    return journal.status();
  }

  @Override
  public void validateDecide(RawValue decision) {
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), null);
    if (!read.isReadable()) {
      throw new DecisionRejected("The decision is not usable: " + read.problem());
    }
    if (keeper.judge(read.decision()) instanceof Verdict.Ignored ignored) {
      throw new DecisionRejected("The decision is not accepted: " + ignored.sentence());
    }
  }

  @Override
  public DecisionAnswer decide(RawValue decision) {
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), null);
    Verdict verdict = receive(read);
    return new DecisionAnswer(
        true,
        verdict instanceof Verdict.Acts acts ? acts.gate() : read.decision().gate(),
        verdict.sentence());
  }

  @Override
  public void signalDecision(RawValue decision) {
    receiveSignal(decision, null);
  }

  @Override
  public void approve(RawValue decision) {
    receiveSignal(decision, Action.APPROVE);
  }

  @Override
  public void retry(RawValue decision) {
    receiveSignal(decision, Action.RETRY);
  }

  @Override
  public void skipPrecheckItems(RawValue decision) {
    receiveSignal(decision, Action.SKIP_PRECHECK_ITEMS);
  }

  @Override
  public void abort(RawValue decision) {
    receiveSignal(decision, Action.ABORT);
  }

  private void receiveSignal(RawValue decision, Action named) {
    ReadDecision read = DecisionReader.read(Raw.bytes(decision), named);
    if (read.isReadable()) {
      receive(read);
    } else {
      keeper.ignoreUnreadable(read.problem(), Clock.now());
    }
  }

  private Verdict receive(ReadDecision read) {
    Verdict verdict = keeper.receive(read.decision(), Clock.now());
    if (keeper.abort().isPresent() && work != null && !work.isCancelRequested()) {
      journal.doing(
          "Stopping: what is under way comes to its end, then all that is ours is removed");
      work.cancel();
    }
    return verdict;
  }
}
