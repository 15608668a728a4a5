package io.rdsrestore.demo.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.rds.model.v20140815.DescribeDBInstanceIPArrayListRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.Answer;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.notify.NotifyActivitiesImpl;
import io.rdsrestore.activities.notify.NotifySettings;
import io.rdsrestore.activities.notify.Postman;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.activities.secret.Logins;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.sandbox.memory.ControlPlaneOnly;
import io.rdsrestore.sandbox.rds.InstanceCondition;
import io.rdsrestore.sandbox.settings.AccountSpec;
import io.rdsrestore.sandbox.settings.BackupSpec;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.time.SandboxScheduler;
import io.rdsrestore.worker.temporal.TemporalOwners;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.plan.PurchaseChoice;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import io.rdsrestore.workflows.restore.AuditImpl;
import io.rdsrestore.workflows.restore.KeepCloneImpl;
import io.rdsrestore.workflows.restore.NotifyImpl;
import io.rdsrestore.workflows.restore.RestoreToPrimaryImpl;
import io.rdsrestore.workflows.restore.RestoreWorkflowOptions;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.sweep.Marked;
import io.temporal.api.enums.v1.EventType;
import io.temporal.api.enums.v1.WorkflowTaskFailedCause;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.history.v1.WorkflowExecutionStartedEventAttributes;
import io.temporal.api.sdk.v1.WorkflowMetadata;
import io.temporal.client.WorkflowFailedException;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.client.WorkflowUpdateException;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * One restore in skipped time. Requests and decisions are maps, as another language would send
 * them; the cloud is the sandbox over HTTP, on the clock of the Temporal test server.
 */
final class Rehearsal implements AutoCloseable {
  static final String PRIMARY = "rm-primary01";
  static final String REGION = "cn-hangzhou";
  static final String USABLE_BACKUP = "1000000001";

  /** An account that a person gave the application long ago. */
  static final String APP_ACCOUNT = "app";

  static final String APP_PASSWORD = "App-Passw0rd-of-long-ago";

  private static final Instant START = Instant.parse("2026-11-23T02:00:00Z");
  private static final String KEY_ID = "rehearsal";
  private static final String KEY_SECRET = "rehearsal-secret";
  private static final Duration FIRST_STEP = Duration.ofSeconds(20);
  private static final Duration LONGEST_STEP = Duration.ofMinutes(30);
  private static final int MOST_STEPS = 400;

  /** Of the machine's own time; a receiver that hangs may take so much of it, again and again. */
  private static final Duration LONGEST_CALL = Duration.ofMillis(500);

  /** In seconds of the machine's own clock. */
  private static final long LONGEST_REHEARSAL = 30;

  private final TestWorkflowEnvironment env;
  private final Sandbox sandbox;
  private final CloudClient cloud;
  private final ActivityImplementations activities;
  private final Logins logins;
  private final RememberedTables tables;
  private final ActivityHook hook = new ActivityHook();
  private final Map<String, String> secrets =
      new ConcurrentHashMap<>(Map.of("APP_PASSWORD", APP_PASSWORD));
  private WorkflowStub workflow;

  private Rehearsal(
      PrimarySpec primary,
      SandboxVariants variants,
      SandboxTimings timings,
      UnaryOperator<ActivitySettings> configured) {
    TestEnvironmentOptions.Builder options =
        SkippedTime.options(START)
            .setWorkerFactoryOptions(
                WorkerFactoryOptions.newBuilder().setWorkerInterceptors(hook).build());
    env = TestWorkflowEnvironment.newInstance(options.build());
    InstantSource clock = () -> Instant.ofEpochMilli(env.currentTimeMillis());
    sandbox =
        Sandbox.builder()
            .accessKey(KEY_ID, KEY_SECRET)
            .clock(clock, SandboxScheduler.onlyWhenRead())
            .timings(timings)
            .variants(variants)
            .samplePrimary(false)
            .primary(primary)
            .build()
            .start();
    ActivitySettings settings =
        configured.apply(
            SkippedTime.settings(
                sandbox.endpoint(),
                "a key of the rehearsals",
                new LocalSecrets(secrets::get),
                Duration.ofSeconds(5)));
    StaticCredentialsProvider credentials =
        new StaticCredentialsProvider(new BasicCredentials(KEY_ID, KEY_SECRET));
    cloud = new CloudClient(credentials, settings.cloudEndpoint());
    logins = new Logins(settings.accountKey(), settings.secrets());
    tables = new RememberedTables(sandbox, clock);
    activities =
        ActivityImplementations.create(
            settings, credentials, logins, tables, SkippedTime.clock(clock));
    Worker worker =
        env.newWorker(
            RestoreContract.TASK_QUEUE,
            // A busy machine is no deadlock.
            WorkerOptions.newBuilder()
                .setDefaultDeadlockDetectionTimeout(Duration.ofSeconds(10).toMillis())
                .build());
    worker.registerWorkflowImplementationTypes(
        RestoreWorkflowOptions.implementationOptions(),
        RestoreToPrimaryImpl.class,
        KeepCloneImpl.class,
        NotifyImpl.class,
        AuditImpl.class);
    worker.registerActivitiesImplementations(
        activities.rds(), activities.dts(), tables, new TemporalOwners(env.getWorkflowClient()));
    if (settings.notifications() != null || settings.audit() != null) {
      Worker besides = env.newWorker(RestoreContract.NOTIFY_TASK_QUEUE);
      if (settings.notifications() != null) {
        besides.registerActivitiesImplementations(
            new NotifyActivitiesImpl(
                new Postman(
                    settings.notifications(),
                    settings.secrets(),
                    Clock.systemUTC(),
                    LONGEST_CALL)));
      }
      if (settings.audit() != null) {
        besides.registerActivitiesImplementations(activities.audit());
      }
    }
    env.start();
  }

  /** A MySQL 5.7 primary with two databases; {@code shop.orders} is about to be lost. */
  static Rehearsal begin() {
    return begin(primary());
  }

  static Rehearsal begin(PrimarySpec.Builder primary) {
    return new Rehearsal(
        primary.build(), SandboxVariants.defaults(), SkippedTime.TIMINGS, same -> same);
  }

  static Rehearsal begin(PrimarySpec.Builder primary, SandboxVariants variants) {
    return new Rehearsal(primary.build(), variants, SkippedTime.TIMINGS, same -> same);
  }

  /** Of a worker with a configuration of its own. */
  static Rehearsal begin(UnaryOperator<ActivitySettings> configured) {
    return new Rehearsal(
        primary().build(), SandboxVariants.defaults(), SkippedTime.TIMINGS, configured);
  }

  /** Of a worker that tells people. */
  static Rehearsal begin(NotifySettings notifications) {
    return new Rehearsal(
        primary().build(),
        SandboxVariants.defaults(),
        SkippedTime.TIMINGS,
        to -> to.telling(notifications));
  }

  static Rehearsal begin(PrimaryKind kind) {
    return begin(primary(kind));
  }

  static Rehearsal begin(PrimaryKind kind, SandboxVariants variants) {
    return begin(primary(kind), variants);
  }

  static Rehearsal begin(PrimaryKind kind, SandboxTimings timings) {
    return new Rehearsal(primary(kind).build(), SandboxVariants.defaults(), timings, same -> same);
  }

  static PrimarySpec.Builder primary() {
    return primary(PrimaryKind.MYSQL);
  }

  static PrimarySpec.Builder primary(PrimaryKind kind) {
    return kind.primary(PRIMARY)
        .database("shop", "customers", "items", "orders")
        .database("crm", "contacts", "notes")
        .account(
            new AccountSpec(
                APP_ACCOUNT, APP_PASSWORD, Map.of("shop", kind.writes(), "crm", kind.writes())))
        .backup(BackupSpec.usable(USABLE_BACKUP, START.minus(Duration.ofHours(3))))
        .backup(
            new BackupSpec(
                "1000000002", START.minus(Duration.ofHours(2)), 1 << 20, "Failed", false));
  }

  // ---- people and things around the restore

  /** What stands in for the databases. */
  ControlPlaneOnly memory() {
    return sandbox.memory();
  }

  /** What the primary goes through. */
  InstanceCondition condition() {
    return sandbox.condition(PRIMARY);
  }

  RememberedTables tables() {
    return tables;
  }

  ActivityHook hook() {
    return hook;
  }

  /** What a reference {@code env:NAME} finds from now on. */
  void secret(String name, String value) {
    secrets.put(name, value);
  }

  Instant now() {
    return Instant.ofEpochMilli(env.currentTimeMillis());
  }

  void sleep(Duration time) {
    env.sleep(time);
  }

  void fault(FaultRule rule) {
    sandbox.faults().add(rule);
  }

  /** What the cloud is like; can be changed at any time. */
  SandboxVariants variants() {
    return sandbox.variants();
  }

  /** Chance plays from now on. */
  void chance(RandomFaults faults) {
    sandbox.faults().setRandom(faults);
  }

  long calls(String action) {
    return sandbox.calls().count(action);
  }

  /** What somebody else does in the cloud. */
  Answer somebody(AcsRequest<?> request) {
    return cloud.write(REGION, request);
  }

  /**
   * The accident: the table is dropped, and some minutes go by until it is noticed.
   *
   * @return the second before
   */
  Instant lose(String table) {
    sleep(Duration.ofMinutes(1));
    Instant accident = now();
    memory().dropTable(PRIMARY, "shop", table);
    sleep(Duration.ofMinutes(10));
    return accident.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Likewise the whole database. */
  Instant loseDatabase() {
    sleep(Duration.ofMinutes(1));
    Instant accident = now();
    memory().dropDatabase(PRIMARY, "shop");
    sleep(Duration.ofMinutes(10));
    return accident.minusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
  }

  // ---- the restore

  /** The smallest request: one table back to an instant. */
  static Map<String, Object> request(Instant restoreTo) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("regionId", REGION);
    request.put("instanceId", PRIMARY);
    request.put("restoreTo", Map.of("time", restoreTo.toString()));
    request.put("objects", List.of(Map.of("database", "shop", "tables", List.of("orders"))));
    request.put("requestedBy", "ana");
    request.put("reason", "INC-4711");
    return request;
  }

  static Map<String, Object> with(Map<String, Object> request, String field, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(request);
    changed.put(field, value);
    return changed;
  }

  static Map<String, Object> unattended(Map<String, Object> request) {
    return with(with(request, "approval", "notRequired"), "termsAccepted", true);
  }

  Rehearsal start(Map<String, Object> request) {
    return start(RestoreContract.workflowId(PRIMARY), request);
  }

  Rehearsal start(String workflowId, Object request) {
    return start(RestoreContract.WORKFLOW_TYPE, workflowId, request);
  }

  Rehearsal start(String workflowType, String workflowId, Object request) {
    workflow =
        env.getWorkflowClient()
            .newUntypedWorkflowStub(
                workflowType,
                WorkflowOptions.newBuilder()
                    .setWorkflowId(workflowId)
                    .setTaskQueue(RestoreContract.TASK_QUEUE)
                    .build());
    workflow.start(request);
    return this;
  }

  /** From now on another workflow is looked at and spoken to. */
  Rehearsal turnTo(String workflowId) {
    workflow = env.getWorkflowClient().newUntypedWorkflowStub(workflowId);
    return this;
  }

  RestoreStatus status() {
    return workflow.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  /** What Temporal's Web UI shows of it. */
  String details() {
    return workflow
        .query("__temporal_workflow_metadata", WorkflowMetadata.class)
        .getCurrentDetails();
  }

  void signal(String name, Object... decision) {
    workflow.signal(name, decision);
  }

  /** A decision as an update; its answer. */
  DecisionAnswer decide(Map<String, Object> decision) {
    return workflow.update(RestoreContract.DECIDE, DecisionAnswer.class, decision);
  }

  /** A decision as an update that is rejected; the reason. */
  String rejected(Map<String, Object> decision) {
    try {
      DecisionAnswer answer = decide(decision);
      throw new AssertionError("it was accepted: " + answer);
    } catch (WorkflowUpdateException e) {
      return e.getCause().getMessage();
    }
  }

  /**
   * Pastes what a gate prints for an action, as a person would: the update of the first choice with
   * that action. Its answer.
   */
  String execute(Gate gate, String action) {
    String command =
        gate.commands().stream()
            .filter(line -> line.contains("update execute"))
            .filter(line -> line.contains("\"action\":\"" + action + "\""))
            .findFirst()
            .orElseThrow(() -> new AssertionError(gate.gate() + " prints no " + action));
    return decide(decisionIn(command)).follows();
  }

  /** What can be decided at a gate. */
  static List<Action> offered(Gate gate) {
    return gate.choices().stream().map(Choice::action).distinct().toList();
  }

  /** The JSON of a printed command. */
  static Map<String, Object> decisionIn(String command) {
    String json = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
    try {
      return RestoreJson.mapper().readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + json, e);
    }
  }

  /** What an hour of the clone of {@link #primary()} costs. */
  BigDecimal pricePerHour() {
    InstanceFacts facts = activities.rds().readInstance(new InstanceReference(REGION, PRIMARY));
    RestoreRequest any =
        RestoreRequest.of(
            REGION, PRIMARY, RestorePoint.backup(USABLE_BACKUP), List.of(), "ana", "price");
    return activities
        .rds()
        .readPrice(
            new PriceQuery(
                facts.instance(),
                facts.engine(),
                facts.engineVersion(),
                PurchaseChoice.of(any, facts)))
        .perHour();
  }

  /** How many runs the restore has had: it may continue as new. */
  int runs() {
    return histories().size();
  }

  /** The histories of all its runs, the first one first. */
  List<WorkflowExecutionHistory> histories() {
    Deque<WorkflowExecutionHistory> runs = new ArrayDeque<>(List.of(fullHistory()));
    String before = startOf(runs.getFirst().getEvents()).getContinuedExecutionRunId();
    while (!before.isEmpty()) {
      runs.addFirst(
          env.getWorkflowClient().fetchHistory(workflow.getExecution().getWorkflowId(), before));
      before = startOf(runs.getFirst().getEvents()).getContinuedExecutionRunId();
    }
    return List.copyOf(runs);
  }

  private static WorkflowExecutionStartedEventAttributes startOf(List<HistoryEvent> events) {
    return events.get(0).getWorkflowExecutionStartedEventAttributes();
  }

  void cancel() {
    workflow.cancel();
  }

  /**
   * Waits, in the machine's own time, until the workflow has seen what was sent to it last: an
   * activity that ends while it is being cancelled confuses the test server.
   */
  void awaitHandled(EventType sent) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_REHEARSAL);
    while (!isHandled(sent)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("the workflow does not see " + sent);
      }
      Thread.onSpinWait();
    }
  }

  private boolean isHandled(EventType sent) {
    List<HistoryEvent> events = history();
    boolean seen = false;
    for (HistoryEvent event : events) {
      if (event.getEventType() == sent) {
        seen = true;
      } else if (seen && event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_COMPLETED) {
        return true;
      }
    }
    return false;
  }

  /** Skips time until something holds; fails when it does not come. */
  RestoreStatus until(String what, Predicate<RestoreStatus> condition) {
    Duration step = FIRST_STEP;
    for (int i = 0; i < MOST_STEPS; i++) {
      RestoreStatus status = status();
      if (condition.test(status)) {
        return status;
      }
      if (status.phase().isEnd()) {
        throw new AssertionError(
            "the restore ended without %s: %s".formatted(what, status.doing()));
      }
      env.sleep(step);
      step = step.multipliedBy(5).dividedBy(4);
      step = step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step;
    }
    throw new AssertionError("waited for %s in vain: %s".formatted(what, status()));
  }

  /** Skips time until a gate is open; any other gate on the way is a failure. */
  Gate gate(String id) {
    Gate gate = until("gate " + id, status -> status.waitingFor() != null).waitingFor();
    assertThat(gate.gate()).as(gate.reason()).isEqualTo(id);
    assertThat(gate.choices()).extracting(Choice::action).isSubsetOf(gate.kind().mayOffer());
    assertThat(gate.commands())
        .as("commands of " + id)
        .allMatch(command -> !command.contains("null"))
        .anyMatch(command -> command.contains("update execute") && command.contains(id));
    return gate;
  }

  void phase(RestorePhase phase) {
    until("phase " + phase, status -> status.phase() == phase);
  }

  static Map<String, Object> decision(String action, String gate) {
    Map<String, Object> decision = new LinkedHashMap<>();
    decision.put("action", action);
    decision.put("gate", gate);
    decision.put("actor", "ben");
    return decision;
  }

  /** Answers a gate, once it is open. */
  void answer(String action, String gate) {
    gate(gate);
    assertThat(decide(decision(action, gate)).accepted()).isTrue();
  }

  void approve() {
    answer("approve", "approval-1");
  }

  RestoreReport report() {
    return result();
  }

  /** Temporal ends a cancelled workflow as cancelled, without a result: the status has it. */
  private RestoreReport reportOfCancelled() {
    try {
      throw new AssertionError(
          "it was not cancelled: %s; the history has %s"
              .formatted(
                  result().summary(), history().stream().map(HistoryEvent::getEventType).toList()));
    } catch (WorkflowFailedException e) {
      assertThat(e.getCause()).isInstanceOf(CanceledFailure.class);
      return status().report();
    }
  }

  private RestoreReport result() {
    try {
      return workflow.getResult(LONGEST_REHEARSAL, TimeUnit.SECONDS, RestoreReport.class);
    } catch (TimeoutException e) {
      throw new AssertionError("the restore does not end: " + status().doing(), e);
    }
  }

  /**
   * The report of a restore that has ended; from now on it is about what that has handed over.
   * Looks from time to time: to wait for the result would let the time of what goes on pass, too.
   */
  RestoreReport handedOver() {
    RestoreReport report = until("its end", status -> status.report() != null).report();
    turnTo(RestoreContract.keepWorkflowId(report.restoreId()));
    return report;
  }

  /** The report of a restore that came to its good end and left nothing. */
  RestoreReport completed() {
    RestoreReport report = report();
    assertThat(report.end()).as(report.toString()).isEqualTo(RestorePhase.COMPLETED);
    assertThat(report.left()).isEmpty();
    assertNothingLeft();
    return report;
  }

  /** The report of a restore that was stopped and left nothing but what DTS copied. */
  RestoreReport aborted() {
    return stopped(report());
  }

  /** As {@link #aborted}, of one that was cancelled in Temporal. */
  RestoreReport cancelled() {
    return stopped(reportOfCancelled());
  }

  private RestoreReport stopped(RestoreReport report) {
    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.ABORTED);
    assertNothingLeft();
    return report;
  }

  /** Why the workflow refused to run. */
  ApplicationFailure refusal() {
    try {
      RestoreReport report = result();
      throw new AssertionError("it was not refused: " + report.summary());
    } catch (WorkflowFailedException e) {
      assertThat(e.getCause()).isInstanceOf(ApplicationFailure.class);
      return (ApplicationFailure) e.getCause();
    }
  }

  // ---- what it came to

  List<LedgerEntry> bought(String kind) {
    return sandbox.ledger().stream().filter(entry -> entry.kind().equals(kind)).toList();
  }

  /** What has been bought and is still paid for. */
  List<LedgerEntry> left() {
    return sandbox.ledger().stream().filter(entry -> entry.releasedAt() == null).toList();
  }

  void assertBought(int clones, int jobs) {
    assertThat(bought("clone")).as("clones bought").hasSize(clones);
    assertThat(bought("dts")).as("DTS jobs bought").hasSize(jobs);
  }

  void assertNothingLeft() {
    assertThat(left()).as("bought and not released").isEmpty();
    assertThat(managedAccounts()).as("managed accounts on the primary").isEmpty();
    assertThat(whitelistGroup()).as("our whitelist group").isIn("", RestoreMark.CLOSED_WHITELIST);
    assertThat(jobs()).as("DTS jobs").isZero();
  }

  /** All in the region that carries our mark. */
  List<Marked> marked() {
    return activities.rds().readMarkedInstances(REGION).found();
  }

  List<String> managedAccounts() {
    return managedAccounts(PRIMARY);
  }

  List<String> managedAccounts(String instance) {
    return activities
        .rds()
        .readInstance(new InstanceReference(REGION, instance))
        .accounts()
        .stream()
        .map(AccountFacts::name)
        .filter(name -> name.startsWith("rr_"))
        .toList();
  }

  /** What our group on the primary lets in; empty if there is none. */
  String whitelistGroup() {
    return whitelistGroup(PRIMARY);
  }

  String whitelistGroup(String instance) {
    DescribeDBInstanceIPArrayListRequest request = new DescribeDBInstanceIPArrayListRequest();
    request.setDBInstanceId(instance);
    return cloud.read(REGION, request).list("Items", "DBInstanceIPArray").stream()
        .filter(group -> RestoreMark.WHITELIST_GROUP.equals(group.text("DBInstanceIPArrayName")))
        .map(group -> group.textOrEmpty("SecurityIPList"))
        .findFirst()
        .orElse("");
  }

  private int jobs() {
    return activities.dts().readDts(new InstanceReference(REGION, PRIMARY)).writing().size();
  }

  List<HistoryEvent> history() {
    return env.getWorkflowClient()
        .fetchHistory(workflow.getExecution().getWorkflowId())
        .getEvents();
  }

  WorkflowExecutionHistory fullHistory() {
    return env.getWorkflowClient().fetchHistory(workflow.getExecution().getWorkflowId());
  }

  /** No secret in the history (I7), and no workflow task that failed. */
  private void checkHistory() {
    List<HistoryEvent> events = history();
    assertThat(events)
        .as("failed workflow tasks")
        .filteredOn(event -> event.getEventType() == EventType.EVENT_TYPE_WORKFLOW_TASK_FAILED)
        .extracting(event -> event.getWorkflowTaskFailedEventAttributes().getCause())
        // The one that is no defect: something had arrived while the task was worked on.
        .allMatch(
            cause -> cause == WorkflowTaskFailedCause.WORKFLOW_TASK_FAILED_CAUSE_UNHANDLED_COMMAND);
    String json = fullHistory().toJson(false);
    List<String> instances = new ArrayList<>(List.of(PRIMARY));
    bought("clone").forEach(entry -> instances.add(entry.id()));
    String restoreId = status().restoreId();
    for (String instance : instances) {
      assertThat(json).doesNotContain(logins.managed(restoreId, instance).password());
    }
    assertThat(json).doesNotContain(APP_PASSWORD).doesNotContain(KEY_SECRET);
  }

  @Override
  public void close() {
    try {
      if (workflow != null) {
        checkHistory();
      }
    } finally {
      env.close();
      sandbox.close();
    }
  }
}
