package io.rdsrestore.demo.killmatrix;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreId;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.PendingActivityState;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowServiceException;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.DefaultDataConverter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One restore, hit at one point, from its start to its end. */
final class CellRun implements CloudProxy.Handler, DatabaseProxy.Handler, ActivityTap.Listener {
  private static final Logger log = LoggerFactory.getLogger(CellRun.class);
  private static final Duration LONGEST = Duration.ofMinutes(6);

  /** No gate's id begins so. */
  private static final String NOTHING = "nothing-";

  private final Cell cell;
  private final Slot slot;
  private final Sandbox sandbox;
  private final String instanceId;
  private final InetSocketAddress cloud;
  private final CloudLook cloudLook;
  private final SwapGates swapGates;
  private final Map<CloudWrite, Integer> counts = new EnumMap<>(CloudWrite.class);
  private final Map<SqlStep, Integer> statements = new EnumMap<>(SqlStep.class);
  private final List<Point.OnCall> calls = new ArrayList<>();
  private final AtomicBoolean struck = new AtomicBoolean();
  private final AtomicBoolean said = new AtomicBoolean();
  private final CompletableFuture<Void> doneByAnother = new CompletableFuture<>();
  private final Set<String> more = new LinkedHashSet<>();
  private final Set<String> answered = new HashSet<>();
  private String firstRun;
  private SqlStep lastStep;
  private PrimaryState before;
  private boolean pulseMissed;

  /** What is to happen at the next look. */
  private volatile Deed due;

  /** Set while a call is held up: the attempt that made it is given up. */
  private volatile CloudWrite heldUp;

  /** The worker has the answer: what it says of it is kept back, and then it is killed. */
  private volatile boolean answerIsOut;

  CellRun(Cell cell, Slot slot, Sandbox sandbox, String instanceId) {
    this(cell, slot, sandbox, instanceId, null);
  }

  /**
   * @param scene where tables are swapped or merged; null: they are not
   */
  CellRun(Cell cell, Slot slot, Sandbox sandbox, String instanceId, Scene scene) {
    this.cell = cell;
    this.slot = slot;
    this.sandbox = sandbox;
    this.instanceId = instanceId;
    swapGates = scene == null ? null : new SwapGates(scene);
    cloudLook = new CloudLook(sandbox);
    URI endpoint = URI.create(sandbox.endpoint());
    cloud = new InetSocketAddress(endpoint.getHost(), endpoint.getPort());
  }

  /** Runs it to its end. */
  Ending run() {
    slot.cloud().handler(this);
    slot.tap().listener(this);
    if (cell.story().hasDatabases()) {
      slot.database().begin(sandbox.dataPlane().address(instanceId), this);
    }
    before = cloudLook.primary(instanceId);
    slot.ensureWorker();
    if (cell.what() == Blow.LATE) {
      slot.addWorker();
    }
    start();
    String gate = cell.point() instanceof Point.OnGate at ? at.gate() : "";
    sayAhead(gate);
    awaitEnd(gate);
    Remains remains = null;
    if (cell.what() == Deed.TERMINATE) {
      remains = Remains.of(cloudLook, instanceId, restoreId());
      // Its whitelist group is one for all restores: the next one closes it.
      before =
          cloudLook
              .primary(instanceId)
              .withGroup(RestoreMark.WHITELIST_GROUP, RestoreMark.CLOSED_WHITELIST);
      start();
      sayAhead("");
      awaitEnd("");
    }
    if (remains != null) {
      more.addAll(remains.complaints(status().plan()));
    }
    if (cell.isUnnoticed() && !pulseMissed) {
      more.add("that the worker is dead was not noticed by its missing pulse");
    }
    return new Ending(
        report(),
        restoreId(),
        instanceId,
        List.copyOf(calls),
        struck.get(),
        before,
        cloudLook.primary(instanceId),
        List.copyOf(more));
  }

  private void awaitEnd(String gate) {
    try {
      Waiting.until("the end of " + cell.id(), LONGEST, () -> look(gate));
    } catch (IllegalStateException e) {
      throw new IllegalStateException(e.getMessage() + stand(), e);
    }
  }

  private void start() {
    WorkflowStub workflow =
        slot.client()
            .newUntypedWorkflowStub(
                RestoreContract.WORKFLOW_TYPE,
                WorkflowOptions.newBuilder()
                    .setTaskQueue(RestoreContract.TASK_QUEUE)
                    .setWorkflowId(workflowId())
                    .build());
    workflow.start(cell.story().request(instanceId));
    firstRun = workflow.getExecution().getRunId();
  }

  private String restoreId() {
    return RestoreId.of(firstRun);
  }

  /** A busy server may refuse a look: the next one tells. */
  private boolean look(String gate) {
    try {
      return hasEnded(gate);
    } catch (StatusRuntimeException | WorkflowServiceException e) {
      log.warn("looking again after {}", e.toString());
      return false;
    }
  }

  /** One look, and what is due at it. */
  private boolean hasEnded(String gate) {
    slot.ensureWorker();
    DescribeWorkflowExecutionResponse described = slot.describe(workflowId());
    if (cell.isUnnoticed()) {
      pulseMissed |= isPulseMissed(described);
    } else {
      if (cell.what() != SqlBlow.ABORT || !isAnyStarted(described)) {
        slot.bury(described);
      }
      if (isPulseMissed(described)) {
        more.add("a worker that lives was taken for dead");
      }
    }
    if (heldUp != null) {
      slot.giveUp(described, heldUp);
    }
    Deed deed = due;
    due = null;
    if (deed != null) {
      new Interference(slot, workflowId(), described).happen(deed);
      struck.set(true);
    } else {
      atGate(described, gate);
    }
    return deed == null
        && described.getWorkflowExecutionInfo().getStatus()
            != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  /** What is kept for its gate is said before anything waits for it. */
  private void sayAhead(String gate) {
    cell.story().decisions(gate, false).stream()
        .filter(decision -> !Story.isAnswer(decision))
        .filter(decision -> swapGates == null || !SwapGates.isOne(decision.get("gate")))
        .forEach(this::say);
  }

  private void atGate(DescribeWorkflowExecutionResponse described, String gate) {
    String waited = waitedFor(described);
    boolean isStruckHere = !struck.get() && gate.startsWith(waited);
    boolean isSwap = swapGates != null && SwapGates.ANY.equals(waited);
    if (!isStruckHere && !isSwap && !cell.story().answersAny(waited)) {
      return;
    }
    Gate open = status().waitingFor();
    if (open == null) {
      return;
    }
    if (swapGates != null && SwapGates.isOne(open.gate())) {
      atSwapGate(described, open);
    } else if (!open.gate().equals(gate)) {
      answer(open);
    } else if (struck.compareAndSet(false, true)) {
      new Interference(slot, workflowId(), described).happen((Deed) cell.what());
      if (cell.isDecidedAfterwards()) {
        cell.story().decisions(gate, true).forEach(this::say);
      }
    }
  }

  /** What answers a gate is said once it can be seen; after a reset it is asked again. */
  private void answer(Gate open) {
    if (answered.add(open.gate() + " since " + open.since())) {
      cell.story().decisions(open.gate(), true).stream().filter(Story::isAnswer).forEach(this::say);
    }
  }

  /** A gate of a swap is read before it is answered, by the worker after a killed one, too. */
  private void atSwapGate(DescribeWorkflowExecutionResponse described, Gate open) {
    more.addAll(swapGates.read(open, restoreId()));
    if (cell.point().equals(new Point.OnGate(open.gate())) && struck.compareAndSet(false, true)) {
      new Interference(slot, workflowId(), described).happen((Deed) cell.what());
    } else if ((cell.isDecidedAfterwards() || !cell.point().id().equals(open.gate()))
        && swapGates.isUnanswered(open)) {
      cell.story().decisions(open.gate(), true).stream()
          .map(decision -> Story.naming(decision, open.planHash()))
          .forEach(this::say);
    }
  }

  private static boolean isAnyStarted(DescribeWorkflowExecutionResponse described) {
    return described.getPendingActivitiesList().stream()
        .anyMatch(
            activity -> activity.getState() == PendingActivityState.PENDING_ACTIVITY_STATE_STARTED);
  }

  /** Whether the server has given an attempt up since its worker seemed to be dead. */
  private static boolean isPulseMissed(DescribeWorkflowExecutionResponse described) {
    return described.getPendingActivitiesList().stream()
        .anyMatch(
            activity ->
                activity.getLastFailure().getTimeoutFailureInfo().getTimeoutType()
                    == TimeoutType.TIMEOUT_TYPE_HEARTBEAT);
  }

  /** For whoever has to find out why it does not end. */
  private String stand() {
    return "\n%s\ncalls: %s"
        .formatted(slot.describe(workflowId()).getPendingActivitiesList(), calls);
  }

  private RestoreReport report() {
    // A cancelled workflow has no result.
    return cell.what() == Deed.CANCEL
        ? status().report()
        : slot.client().newUntypedWorkflowStub(workflowId()).getResult(RestoreReport.class);
  }

  private RestoreStatus status() {
    slot.ensureWorker();
    return slot.client()
        .newUntypedWorkflowStub(workflowId())
        .query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  private String workflowId() {
    return RestoreContract.workflowId(instanceId);
  }

  private void say(Map<String, Object> decision) {
    slot.client().newUntypedWorkflowStub(workflowId()).signal(RestoreContract.DECIDE, decision);
  }

  /** How the id of the gate begins that it waits at, as the list of workflows tells it. */
  private static String waitedFor(DescribeWorkflowExecutionResponse described) {
    var waitingFor =
        described
            .getWorkflowExecutionInfo()
            .getSearchAttributes()
            .getIndexedFieldsMap()
            .get(RestoreContract.WAITING_FOR.getName());
    if (waitingFor == null) {
      return NOTHING;
    }
    return DefaultDataConverter.newDefaultInstance()
            .fromPayload(waitingFor, String.class, String.class)
        + "-";
  }

  private void kill() {
    struck.set(true);
    slot.killWorker();
  }

  // ---- calls to the cloud

  @Override
  public CloudProxy.Reply handle(WireCall call) throws IOException {
    if (!call.writes()) {
      CloudProxy.Reply answer = forward(call);
      return cell.story().hasDatabases() ? withProxy(answer) : answer;
    }
    CloudWrite action = CloudWrite.valueOf(call.action());
    Point.OnCall point = count(action);
    String refusal = cell.story().refusal(action.name(), point.nth());
    if (refusal != null) {
      return CloudProxy.Reply.error(403, refusal);
    }
    if (!point.equals(cell.point()) || !struck.compareAndSet(false, true)) {
      CloudProxy.Reply reply = done(action, forward(call));
      if (action == heldUp) {
        doneByAnother.complete(null);
      }
      return reply;
    }
    if (cell.what() instanceof Deed deed) {
      new Interference(slot, workflowId(), slot.describe(workflowId())).happen(deed);
      return done(action, forward(call));
    }
    return switch ((Blow) cell.what()) {
      case KILL_BEFORE -> {
        kill();
        yield CloudProxy.Reply.NOTHING;
      }
      case KILL_AFTER_COMMIT, KILL_UNNOTICED -> {
        var unused = done(action, forward(call));
        kill();
        yield CloudProxy.Reply.NOTHING;
      }
      case KILL_AFTER_ANSWER -> {
        CloudProxy.Reply answer = done(action, forward(call));
        answerIsOut = true;
        yield answer;
      }
      case NO_ANSWER -> {
        var unused = done(action, forward(call));
        yield CloudProxy.Reply.SILENCE;
      }
      case RESET -> {
        var unused = done(action, forward(call));
        yield CloudProxy.Reply.RESET;
      }
      case HTML_PAGE -> {
        var unused = done(action, forward(call));
        yield CloudProxy.Reply.of(502, "text/html", "<html><body>502 Bad Gateway</body></html>");
      }
      case THROTTLED -> CloudProxy.Reply.error(400, "Throttling.User");
      case LATE -> {
        heldUp = action;
        doneByAnother.join();
        yield done(action, forward(call));
      }
      case UNAVAILABLE -> CloudProxy.Reply.error(503, "ServiceUnavailable");
    };
  }

  private synchronized Point.OnCall count(CloudWrite action) {
    Point.OnCall point = new Point.OnCall(action, counts.merge(action, 1, Integer::sum));
    calls.add(point);
    return point;
  }

  private CloudProxy.Reply forward(WireCall call) throws IOException {
    return CloudProxy.Reply.of(call.send(cloud));
  }

  /** The worker is told to connect to the primary through the proxy. */
  private CloudProxy.Reply withProxy(CloudProxy.Reply answer) {
    return CloudProxy.Reply.of(
        WireCall.withPort(
            answer.bytes(),
            sandbox.dataPlane().address(instanceId).port(),
            slot.database().port()));
  }

  private CloudProxy.Reply done(CloudWrite action, CloudProxy.Reply reply) {
    cell.story().answered(action.name(), sandbox, instanceId);
    return reply;
  }

  // ---- statements on the primary

  @Override
  public DatabaseProxy.Fate sent(String sql) {
    Optional<SqlStep> step = stepOf(sql);
    if (step.isEmpty()
        || !count(step.get()).equals(cell.point())
        || !struck.compareAndSet(false, true)) {
      return DatabaseProxy.Fate.PASSED;
    }
    return switch ((SqlBlow) cell.what()) {
      case KILL_BEFORE -> {
        kill();
        yield DatabaseProxy.Fate.DROPPED;
      }
      case KILL_AFTER_ANSWER -> {
        answerIsOut = true;
        yield DatabaseProxy.Fate.PASSED;
      }
      case KILL_AFTER_COMMIT, RESET, ABORT, HOST_GONE -> DatabaseProxy.Fate.UNANSWERED;
    };
  }

  private synchronized Optional<SqlStep> stepOf(String sql) {
    Optional<SqlStep> step = SqlStep.of(sql, lastStep);
    lastStep = step.orElse(lastStep);
    return step;
  }

  private synchronized Point.OnStatement count(SqlStep step) {
    return new Point.OnStatement(step, statements.merge(step, 1, Integer::sum));
  }

  @Override
  public void done() {
    switch ((SqlBlow) cell.what()) {
      case KILL_AFTER_COMMIT -> kill();
      case ABORT -> {
        kill();
        say(Story.decision("abort", null));
      }
      case HOST_GONE -> {
        slot.database().leaveOpen();
        kill();
      }
      case RESET, KILL_BEFORE, KILL_AFTER_ANSWER -> {}
    }
  }

  // ---- what the worker and Temporal say to each other

  @Override
  public boolean mayReport(String activity) {
    if (!answerIsOut || !cell.point().isMadeBy(activity)) {
      return true;
    }
    answerIsOut = false;
    kill();
    return false;
  }

  @Override
  public void given(String activity) {
    if (cell.point() instanceof Point.OnStart start
        && start.activity().equals(activity)
        && struck.compareAndSet(false, true)) {
      kill();
    }
    Map<String, Object> words = cell.story().during(activity);
    if (words != null && said.compareAndSet(false, true)) {
      say(words);
    }
  }

  @Override
  public void failed(String activity) {
    if (cell.point() instanceof Point.OnWait await
        && await.activity().equals(activity)
        && struck.compareAndSet(false, true)) {
      if (cell.what() == Deed.KILL) {
        kill();
      } else {
        due = (Deed) cell.what();
      }
    }
  }
}
