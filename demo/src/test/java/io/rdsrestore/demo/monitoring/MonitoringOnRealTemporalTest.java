package io.rdsrestore.demo.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rdsrestore.activities.AccountKey;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.activities.ActivitySettings;
import io.rdsrestore.activities.cloud.CloudClient;
import io.rdsrestore.activities.cloud.CloudEndpoint;
import io.rdsrestore.activities.secret.LocalSecrets;
import io.rdsrestore.demo.RealTemporal;
import io.rdsrestore.demo.RestoreStubs;
import io.rdsrestore.demo.SmallSandbox;
import io.rdsrestore.demo.Waiting;
import io.rdsrestore.demo.WorkerChild;
import io.rdsrestore.demo.World;
import io.rdsrestore.demo.scenario.Receiver;
import io.rdsrestore.demo.temporal.Clients;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.worker.monitor.NamespaceWatch;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.activity.RdsActivities;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A worker in a process of its own, scraped over HTTP while restores wait, fail, keep a clone and
 * are terminated: what dashboard and alerts ask for is there, by name and by label.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class MonitoringOnRealTemporalTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String WORKFLOW = "restore/" + PRIMARY;
  private static final String BACKUP = "1000000001";
  private static final Duration LONG = Duration.ofMinutes(2);

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static final Pattern PAGE_NAME = Pattern.compile("\\b(?:rds_restore|temporal)_\\w+(?=`)");
  private static final Map<String, Set<String>> EXPORTED = new HashMap<>();
  private static Sandbox sandbox;
  private static DevServer temporal;
  private static WorkflowServiceStubs stubs;
  private static WorkflowClient client;
  private static WorkerChild worker;
  private static Receiver receiver;

  @BeforeAll
  static void start() throws IOException {
    Path binary = RealTemporal.binary();
    sandbox =
        SmallSandbox.withoutDatabases(
            PRIMARY, BACKUP, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    temporal = DevServer.start(binary);
    stubs = Clients.stubs(temporal);
    client = Clients.client(stubs);
    receiver = new Receiver(Receiver.Mood.WELL);
    worker = startWorker();
  }

  @AfterAll
  static void stop() {
    if (worker != null) {
      worker.close();
    }
    if (temporal != null) {
      stubs.shutdownNow();
      temporal.close();
    }
    if (receiver != null) {
      receiver.close();
    }
    if (sandbox != null) {
      sandbox.close();
    }
  }

  private static WorkerChild startWorker() throws IOException {
    Path notify =
        Files.writeString(
            folder.resolve("notify.json"),
            """
            {"channels": {"well": {"kind": "webhook", "url": "env:WELL_URL", "secret": "env:SECRET"},
                          "away": {"kind": "webhook", "url": "env:AWAY_URL", "secret": "env:SECRET"}},
             "routes": {"waiting": ["well", "away"]}}
            """);
    return new WorkerChild(
        folder,
        temporal.address(),
        sandbox.endpoint(),
        Map.of(
            "ALIBABA_CLOUD_ACCESS_KEY_ID",
            World.ACCESS_KEY_ID,
            "ALIBABA_CLOUD_ACCESS_KEY_SECRET",
            World.ACCESS_KEY_SECRET,
            "RDS_RESTORE_ACCOUNT_KEY",
            "only-for-this-test-0123456789abcdef",
            "SECRET",
            "only-for-this-test",
            "WELL_URL",
            receiver.url(),
            "AWAY_URL",
            "http://127.0.0.1:1/"),
        List.of("--metrics-every", "PT1S", "--notify", notify.toString()));
  }

  @Test
  @Order(1)
  void aGateAFailedCallAndAKeptCloneAreSeen() {
    sandbox
        .faults()
        .add(FaultRule.error("CloneDBInstance", "OperationDenied.ZoneResource", 400, 1));
    WorkflowStub restore =
        restore(Map.of("approval", "required", "clone", Map.of("keepFor", "PT20M")));
    awaitValue("rds_restore_waiting", Map.of("gate", "approval"), 1);
    assertThat(value("rds_restore_restores", Map.of("phase", "PLANNING"))).isOne();
    assertThat(value("rds_restore_restores", Map.of("phase", "CLONING"))).isZero();
    assertThat(
            value(
                "rds_restore_waiting_age_seconds",
                Map.of("workflow_id", WORKFLOW, "gate", "approval")))
        .isBetween(0., 120.);
    assertThat(
            value(
                "rds_restore_phase_age_seconds",
                Map.of("workflow_id", WORKFLOW, "phase", "PLANNING")))
        .isBetween(0., 120.);
    assertThat(values("rds_restore_clone_age_seconds", Map.of())).isEmpty();
    assertThat(memo(restore)).containsKeys("waitingSince", "phaseSince");

    awaitSeen("rds_restore_notices_sent_total");
    awaitSeen("rds_restore_notices_failed_total");

    decide(restore, "approve", "approval-1");
    awaitValue("rds_restore_waiting", Map.of("gate", "failure"), 1);
    assertThat(
            value(
                "rds_restore_cloud_calls_failed_total",
                Map.of(
                    "service",
                    "RDS",
                    "action",
                    "CloneDBInstance",
                    "code",
                    "OperationDenied.ZoneResource",
                    "class",
                    "person")))
        .isOne();
    decide(restore, "retry", "failure-1");
    RestoreReport report = end(restore);
    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.COMPLETED);

    Map<String, String> kept =
        Map.of("workflow_id", RestoreContract.keepWorkflowId(report.restoreId()));
    awaitValue("rds_restore_restores", Map.of("phase", "KEEPING"), 1);
    Waiting.until(
        "the kept clone",
        LONG,
        () -> values("rds_restore_clone_overdue_seconds", kept).stream().anyMatch(v -> v < 0));
    assertThat(scrape().samples())
        .filteredOn(one -> one.name().equals("rds_restore_clone_age_seconds"))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.labels()).containsEntry("state", "kept").containsAllEntriesOf(kept));
    assertThat(value("rds_restore_waiting", Map.of("gate", "approval"))).isZero();
    assertThat(values("rds_restore_waiting_age_seconds", Map.of())).isEmpty();
  }

  /** What a memo says is null must not be taken for what was said before. */
  @Test
  @Order(2)
  void whatTheMemoTakesBackIsGoneFromTheServer() {
    WorkflowStub restore =
        restore(
            Map.of(
                "approval",
                "required",
                "objects",
                List.of(Map.of("database", "shop", "as", "shop_again"))));
    awaitGate(restore, "approval-1");
    assertThat(memo(restore)).containsKey("waitingSince");
    decide(restore, "approve", "approval-1");
    RestoreReport report = end(restore);

    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.COMPLETED);
    assertThat(memo(restore))
        .containsKeys("cloneId", "phaseSince")
        .doesNotContainKeys("waitingSince", "cloneSince");
  }

  @Test
  @Order(3)
  void theCloneOfATerminatedRestoreIsSeenUntilItIsDeleted() throws IOException {
    WorkflowStub restore = restore(Map.of("target", "original"));
    awaitGate(restore, "precheck-1");
    awaitValue("rds_restore_waiting", Map.of("gate", "precheck"), 1);
    Map<String, String> mine = Map.of("workflow_id", WORKFLOW);
    assertThat(cloneStates(mine)).containsExactly("in_use");
    restore.terminate("as somebody may");
    Waiting.until("it to be seen", LONG, () -> cloneStates(mine).equals(List.of("left")));
    assertThat(values("rds_restore_phase_age_seconds", mine)).isEmpty();
    assertThat(value("rds_restore_waiting", Map.of("gate", "precheck"))).isZero();

    SweepLookReport look = look();
    assertThat(look.orphans()).isNotEmpty();
    awaitSeen("rds_restore_orphans_total");
    awaitSeen("rds_restore_sweep_blind_total");

    delete(memo(restore).get("cloneId").replace("\"", ""));
    worker.close();
    worker = startWorker();
    awaitValue("rds_restore_restores", Map.of("phase", "KEEPING"), 1);
    assertThat(cloneStates(mine)).isEmpty();
  }

  @Test
  @Order(4)
  void aWorkflowTaskThatFailsIsSeen() {
    WorkflowStub stranger =
        client.newUntypedWorkflowStub(
            "NoSuchType",
            WorkflowOptions.newBuilder().setTaskQueue(RestoreContract.TASK_QUEUE).build());
    stranger.start();
    awaitSeen("temporal_workflow_task_execution_failed_total");
    stranger.terminate("seen");
  }

  @Test
  @Order(6)
  void aBacklogIsSeenByWhoeverLooks() {
    worker.close();
    WorkflowStub waits = restore(Map.of());
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    try (NamespaceWatch watch = new NamespaceWatch(registry, client, rds())) {
      watch.start(Duration.ofMillis(200));
      Waiting.until(
          "the backlog",
          LONG,
          () ->
              registry
                  .find("rds.restore.backlog.tasks")
                  .tags("task_queue", RestoreContract.TASK_QUEUE, "task_type", "workflow")
                  .gauges()
                  .stream()
                  .mapToDouble(Gauge::value)
                  .anyMatch(tasks -> tasks >= 1));
    }
    waits.terminate("seen");
  }

  /** After all else: what a worker shows only once it has happened has happened by now. */
  @Test
  @Order(5)
  void whatDashboardAndAlertsAskForIsExported() {
    scrape();
    assertThat(MonitoringFiles.asked())
        .hasSizeGreaterThan(30)
        .allSatisfy(
            asked -> {
              PromQl query = PromQl.of(asked.expression());
              Set<String> labels = new TreeSet<>();
              query
                  .metrics()
                  .forEach(
                      (metric, chosenBy) -> {
                        assertThat(EXPORTED).as(asked.where()).containsKey(metric);
                        assertThat(EXPORTED.get(metric)).as(asked.where()).containsAll(chosenBy);
                        labels.addAll(EXPORTED.get(metric));
                      });
              assertThat(query.metrics()).as(asked.where()).isNotEmpty();
              assertThat(labels).as(asked.where()).containsAll(query.groupedBy());
            });
    assertThat(PAGE_NAME.matcher(MonitoringFiles.page()).results().map(MatchResult::group).toList())
        .hasSizeGreaterThan(15)
        .allSatisfy(
            name ->
                assertThat(EXPORTED.keySet())
                    .anyMatch(metric -> metric.equals(name) || metric.equals(name + "_count")));
    assertThat(EXPORTED.keySet())
        .filteredOn(name -> name.startsWith("rds_restore_"))
        .allSatisfy(name -> assertThat(MonitoringFiles.page()).contains("`" + name + "`"));
  }

  private static RdsActivities rds() {
    ActivitySettings settings =
        ActivitySettings.defaults(
                new AccountKey(new byte[AccountKey.MIN_BYTES]), new LocalSecrets(name -> null))
            .at(CloudEndpoint.parse(sandbox.endpoint()));
    return ActivityImplementations.create(settings, credentials(), Clock.systemUTC()).rds();
  }

  private static StaticCredentialsProvider credentials() {
    return new StaticCredentialsProvider(
        new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET));
  }

  private static void delete(String clone) {
    DeleteDBInstanceRequest delete = new DeleteDBInstanceRequest();
    delete.setDBInstanceId(clone);
    new CloudClient(credentials(), CloudEndpoint.parse(sandbox.endpoint()))
        .write(Sandbox.REGION, delete);
  }

  private static SweepLookReport look() {
    WorkflowStub look =
        client.newUntypedWorkflowStub(
            RestoreContract.SWEEP_WORKFLOW_TYPE,
            WorkflowOptions.newBuilder().setTaskQueue(RestoreContract.TASK_QUEUE).build());
    look.start(Map.of("regions", List.of(Sandbox.REGION, "cn-mars")));
    return look.getResult(SweepLookReport.class);
  }

  /** Keys and texts as the server keeps them, undecoded. */
  private static Map<String, String> memo(WorkflowStub workflow) {
    Map<String, String> memo = new TreeMap<>();
    workflow
        .describe()
        .getRawDescription()
        .getWorkflowExecutionInfo()
        .getMemo()
        .getFieldsMap()
        .forEach((key, value) -> memo.put(key, value.getData().toStringUtf8()));
    return memo;
  }

  private static List<String> cloneStates(Map<String, String> labels) {
    return scrape().samples().stream()
        .filter(one -> one.name().equals("rds_restore_clone_age_seconds"))
        .filter(one -> one.labels().entrySet().containsAll(labels.entrySet()))
        .map(one -> one.labels().get("state"))
        .toList();
  }

  private static void awaitValue(String name, Map<String, String> labels, double wanted) {
    Waiting.until(
        name + labels + " to be " + wanted,
        LONG,
        () -> values(name, labels).equals(List.of(wanted)));
  }

  private static void awaitSeen(String name) {
    Waiting.until(name, LONG, () -> !values(name, Map.of()).isEmpty());
  }

  private static double value(String name, Map<String, String> labels) {
    List<Double> values = values(name, labels);
    assertThat(values).as(name + labels).hasSize(1);
    return values.get(0);
  }

  private static List<Double> values(String name, Map<String, String> labels) {
    return scrape().values(name, labels);
  }

  private static Scrape scrape() {
    Scrape scrape = Scrape.of(worker.page("/metrics"));
    scrape
        .labelsByName()
        .forEach(
            (name, labels) ->
                EXPORTED.computeIfAbsent(name, unknown -> new TreeSet<>()).addAll(labels));
    return scrape;
  }

  private static void awaitGate(WorkflowStub restore, String gate) {
    Waiting.until(gate, LONG, () -> RestoreStubs.waitsAt(restore, gate));
  }

  private static RestoreReport end(WorkflowStub restore) {
    Waiting.until(
        "the end",
        LONG,
        () -> {
          RestoreStatus status = restore.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
          if (status.waitingFor() != null) {
            throw new IllegalStateException("waits: " + status.waitingFor());
          }
          return status.phase().isEnd();
        });
    return restore.getResult(RestoreReport.class);
  }

  private static void decide(WorkflowStub restore, String action, String gate) {
    restore.update(
        RestoreContract.DECIDE,
        Object.class,
        Map.of("action", action, "gate", gate, "actor", "ana"));
  }

  private static WorkflowStub restore(Map<String, Object> more) {
    Map<String, Object> request =
        new TreeMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                PRIMARY,
                "restoreTo",
                Map.of("backupId", BACKUP),
                "objects",
                List.of(Map.of("database", "shop")),
                "target",
                "sideBySide",
                "verify",
                "none",
                "requestedBy",
                "ana",
                "reason",
                "test"));
    request.putAll(more);
    if (!more.containsKey("approval")) {
      request.put("approval", "notRequired");
      request.put("termsAccepted", true);
    }
    WorkflowStub stub = RestoreStubs.of(client, PRIMARY);
    stub.start(request);
    return stub;
  }
}
