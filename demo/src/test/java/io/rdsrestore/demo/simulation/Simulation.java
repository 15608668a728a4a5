package io.rdsrestore.demo.simulation;

import com.google.common.base.Throwables;
import com.google.common.util.concurrent.ThreadFactoryBuilder;
import io.rdsrestore.demo.oracle.Decided;
import io.rdsrestore.demo.oracle.Observation;
import io.rdsrestore.demo.oracle.Oracle;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.oracle.PrimaryState;
import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.DatabaseActivities;
import io.rdsrestore.workflows.activity.DtsActivities;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One restore by one seed, from the accident to its end, or to the gate where it is left. */
final class Simulation implements AutoCloseable {
  /** Of real time, in which an answer should have come. */
  private static final int LAST_EVENTS = 12;

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final int MOST_STEPS = 250;
  private static final long LONGEST_ATTEMPT_SECONDS = 20;
  private static final long LONGEST_ANSWER_SECONDS = 90;
  private static final int QUIET_LOOKS = 5;

  /** Complains of each poll that is open when a server closes. */
  private static final Logger GRPC = Logger.getLogger("io.grpc");

  static {
    GRPC.setLevel(Level.OFF);
  }

  private final Schedule schedule;
  private final Defect defect;
  private final TestWorkflowEnvironment env;
  private final SimulatedCloud cloud;
  private final List<String> trace = new ArrayList<>();
  private final AtomicInteger attempts = new AtomicInteger();
  private WorkerFactory worker;
  private WorkflowStub workflow;
  private volatile boolean stopped;

  private Simulation(Schedule schedule, Defect defect, PrimaryKind kind) {
    this.schedule = schedule;
    this.defect = defect;
    env = TestWorkflowEnvironment.newInstance(SkippedTime.options(START).build());
    InstantSource clock = this::now;
    cloud = new SimulatedCloud(clock, schedule.variants(), kind);
    startWorker();
  }

  /** What came of a seed. */
  record Result(long seed, Observation seen, List<String> violations, List<String> trace) {
    @Override
    public String toString() {
      return "-Drds-restore.seed=%d%n  %s%n    %s"
          .formatted(
              seed,
              String.join(System.lineSeparator() + "  ", violations),
              String.join(System.lineSeparator() + "    ", trace));
    }
  }

  private static final int WORKFLOWS_KEPT = 10;

  /** Where calls wait that may never be answered. */
  private static final ExecutorService CALLS =
      Executors.newCachedThreadPool(
          new ThreadFactoryBuilder().setDaemon(true).setNameFormat("call-%d").build());

  static Result run(Schedule schedule, Defect defect, PrimaryKind kind, long calmCalls) {
    try (Simulation simulation = new Simulation(schedule, defect, kind)) {
      Observation seen = simulation.play(calmCalls);
      return new Result(schedule.seed(), seen, Oracle.violations(seen), simulation.trace);
    }
  }

  private void startWorker() {
    worker =
        WorkerFactory.newInstance(
            env.getWorkflowClient(),
            WorkerFactoryOptions.newBuilder().setWorkflowCacheSize(WORKFLOWS_KEPT).build());
    WorkerOptions.Builder options =
        WorkerOptions.newBuilder()
            .setDefaultDeadlockDetectionTimeout(Duration.ofSeconds(20).toMillis());
    if (schedule.restarts()) {
      // The test server sends a query to the queue of the worker that had the workflow last, and to
      // no other if that worker has gone: it would never be answered.
      options.setStickyQueueScheduleToStartTimeout(Duration.ZERO);
    }
    Worker one = worker.newWorker(RestoreContract.TASK_QUEUE, options.build());
    one.registerWorkflowImplementationTypes(
        RestoreWorkflowOptions.implementationOptions(),
        RestoreToPrimaryImpl.class,
        KeepCloneImpl.class);
    one.registerActivitiesImplementations(
        defect.plantInto(RdsActivities.class, cloud.activities.rds(), this),
        defect.plantInto(DtsActivities.class, cloud.activities.dts(), this),
        defect.plantInto(DatabaseActivities.class, cloud.tables, this));
    worker.start();
  }

  private void restartWorker(boolean killed) {
    note("a worker %s, another starts".formatted(killed ? "is killed" : "stops"));
    if (killed) {
      worker.shutdownNow();
    } else {
      worker.shutdown();
    }
    worker.awaitTermination(20, TimeUnit.SECONDS);
    startWorker();
  }

  SimulatedCloud cloud() {
    return cloud;
  }

  WorkflowStub workflow() {
    return workflow;
  }

  boolean stopped() {
    return stopped;
  }

  void stop() {
    stopped = true;
  }

  /**
   * Waits, in the machine's own time, until no attempt of an activity runs. The test server refuses
   * to cancel one that has just ended (ACTIVITY_UNKNOWN), and then neither gives the workflow's
   * task out again nor lets time go on. The kill matrix aborts and cancels while they run, on a
   * real server.
   */
  void awaitNoAttempt() {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_ATTEMPT_SECONDS);
    int quiet = 0;
    while (quiet < QUIET_LOOKS && System.nanoTime() < deadline) {
      quiet = attempts.get() == 0 ? quiet + 1 : 0;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  /** How many attempts of activities run now. */
  AtomicInteger attempts() {
    return attempts;
  }

  void note(String what) {
    trace.add(now().truncatedTo(ChronoUnit.SECONDS) + " " + what);
  }

  /** Tells a decision and waits for the answer; where none comes, the last events say why. */
  DecisionAnswer update(Map<String, Object> decision) {
    return inTime(
        () -> workflow.update(RestoreContract.DECIDE, DecisionAnswer.class, decision),
        late ->
            new AssertionError(
                "seed %d: no answer to %s; last events %s; %s"
                    .formatted(schedule.seed(), decision, lastEvents(), trace),
                late));
  }

  /** What a call answers; one that is never answered says so. */
  private static <T, E extends Throwable> T inTime(
      Callable<T> call, Function<TimeoutException, E> unanswered) throws E {
    try {
      return CALLS.submit(call).get(LONGEST_ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw unanswered.apply(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      Throwables.throwIfUnchecked(e.getCause());
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<String> lastEvents() {
    List<HistoryEvent> events =
        env.getWorkflowClient()
            .fetchHistory(RestoreContract.workflowId(SimulatedCloud.PRIMARY))
            .getEvents();
    return events.subList(Math.max(0, events.size() - LAST_EVENTS), events.size()).stream()
        .map(event -> event.getEventId() + " " + event.getEventType())
        .toList();
  }

  /**
   * Lets time go on.
   *
   * @throws ServerStuckException where it does not: the test server has lost a task
   */
  void sleep(Duration time) {
    inTime(
        () -> {
          env.sleep(time);
          return null;
        },
        late -> new ServerStuckException(schedule.seed(), lastEvents(), trace, late));
  }

  private Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  private Observation play(long calmCalls) {
    note("seed %d: %s".formatted(schedule.seed(), schedule));
    sleep(Duration.ofMinutes(1));
    Instant accident = now();
    cloud.sandbox.memory().dropTable(SimulatedCloud.PRIMARY, "shop", "orders");
    sleep(Duration.ofMinutes(10));
    PrimaryState before = cloud.primary(now());
    long callsBefore = cloud.calls();
    schedule.faults().forEach(cloud.sandbox.faults()::add);
    cloud.sandbox.faults().setRandom(schedule.chance());
    start(accident.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS));
    People people = new People(schedule, this);
    List<String> gates = new ArrayList<>();
    RestoreStatus status = null;
    for (int i = 0; i < MOST_STEPS && !isOver(); i++) {
      RestoreStatus seen = status();
      if (status == null || seen.phase() != status.phase()) {
        note(seen.phase().toString());
      }
      status = seen;
      Gate gate = status.waitingFor();
      if (gate != null && (gates.isEmpty() || !gates.get(gates.size() - 1).equals(gate.gate()))) {
        gates.add(gate.gate());
        note(gate.gate() + ": " + gate.reason());
      }
      if (schedule.restarts() && people.chance(8)) {
        restartWorker(people.chance(2));
      }
      if (!people.act(status)) {
        break;
      }
      sleep(people.pause());
    }
    return observe(calmCalls, before, cloud.calls() - callsBefore - people.calls(), people, gates);
  }

  private Observation observe(
      long calmCalls, PrimaryState before, long calls, People people, List<String> gates) {
    cloud.sandbox.faults().clear();
    RestoreStatus status = status();
    boolean over = isOver();
    boolean keepOver = over && hasKeeper(status.report());
    if (keepOver) {
      // Not slept until then: the test server's time stands still once an abandoned child has
      // ended.
      env.getWorkflowClient()
          .newUntypedWorkflowStub(RestoreContract.keepWorkflowId(status.restoreId()))
          .getResult(RestoreReport.class);
    }
    String failed =
        over && status.report() == null ? workflow.describe().getStatus().toString() : null;
    RestoreReport report = over ? status.report() : null;
    int again = Decided.askedAgain(status.decisions());
    note("%s %s".formatted(status.phase(), report == null ? "" : report.summary()));
    note("%d calls: %s".formatted(calls, new TreeMap<>(cloud.sandbox.calls().counts())));
    gates.removeIf(gate -> gate.startsWith("approval"));
    boolean onlyNoise = !schedule.people() && !schedule.wish().invalid();
    PrimaryState after = cloud.primary(now());
    return new Observation(
        status.restoreId(),
        cloud.sandbox.ledger(),
        cloud.reading().jobs(status.restoreId()),
        schedule.wish().approval(),
        Decided.approvedAt(status.decisions()),
        again,
        report,
        status.waitingFor(),
        failed,
        onlyNoise,
        gates,
        calls,
        mostCalls(calmCalls, again, people.deeds()),
        people.deletedClones(),
        people.changed(before, after),
        schedule.wish().selection().allowed(),
        after,
        keepOver);
  }

  /** Half more than in peace; more only for what somebody asked for, or did to the restore. */
  private static long mostCalls(long calmCalls, int askedAgain, int deeds) {
    return calmCalls * 3 / 2 * (1 + askedAgain) + calmCalls / 2 * deeds;
  }

  private static boolean hasKeeper(RestoreReport report) {
    return report != null
        && report.left().stream()
            .anyMatch(left -> left.removeWith().contains(RestoreContract.keepWorkflowId("")));
  }

  private void start(Instant restoreTo) {
    Wish wish =
        defect == Defect.APPROVAL_NOT_AWAITED ? schedule.wish().unattended() : schedule.wish();
    workflow =
        env.getWorkflowClient()
            .newUntypedWorkflowStub(
                RestoreContract.WORKFLOW_TYPE,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(RestoreContract.workflowId(SimulatedCloud.PRIMARY))
                    .setTaskQueue(RestoreContract.TASK_QUEUE)
                    .build());
    workflow.start(wish.request(restoreTo, schedule.seed()));
  }

  private RestoreStatus status() {
    return workflow.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  private boolean isOver() {
    return workflow.describe().getStatus()
        != WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
  }

  /** How a restore came out, in a word. */
  static String end(Observation seen) {
    if (seen.failed() != null) {
      return "refused";
    }
    if (seen.report() == null) {
      return "at a gate";
    }
    return seen.report().end() == RestorePhase.COMPLETED ? "completed" : "aborted";
  }

  @Override
  public void close() {
    worker.shutdownNow();
    env.close();
    cloud.close();
  }
}
