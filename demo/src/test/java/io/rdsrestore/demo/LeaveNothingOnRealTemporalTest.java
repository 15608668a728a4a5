package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.profile.DefaultProfile;
import com.aliyuncs.rds.model.v20140815.CreateAccountRequest;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.worker.temporal.SweepSchedule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.json.RestoreJson;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.temporal.api.workflowservice.v1.RegisterNamespaceRequest;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowStub;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A kept clone, a terminated restore, the hourly look and the sweep, as people use them. */
class LeaveNothingOnRealTemporalTest {
  private static final String PRIMARY = "rm-primary01";
  private static final String BACKUP = "1000000001";
  private static final String KEY = "alibabacloud.accessKeyId";
  private static final String SECRET = "alibabacloud.accessKeySecret";
  private static final Duration LONG = Duration.ofMinutes(2);

  /** Somebody's, whose name is made of the letters of ours. */
  private static final String LOOK_ALIKE = "rr_management";

  private World world;

  @BeforeEach
  void start() {
    System.setProperty(KEY, World.ACCESS_KEY_ID);
    System.setProperty(SECRET, World.ACCESS_KEY_SECRET);
    Sandbox sandbox =
        SmallSandbox.withoutDatabases(
            PRIMARY, BACKUP, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
    world = new World(sandbox, DevServer.start(RealTemporal.binary()));
  }

  @AfterEach
  void stop() {
    if (world != null) {
      world.close();
    }
    System.clearProperty(KEY);
    System.clearProperty(SECRET);
  }

  @Test
  void aKeptCloneIsExtendedByItsPrimarysNameSparedBySweepAndRemovedByAbort() {
    WorkflowStub restore = restore(Map.of("clone", Map.of("keepFor", "PT20M")));
    RestoreReport report = restore.getResult(RestoreReport.class);
    assertThat(report.end()).as(report.summary()).isEqualTo(RestorePhase.COMPLETED);
    String keep = RestoreContract.keepWorkflowId(report.restoreId());
    WorkflowStub kept = world.client().newUntypedWorkflowStub(keep);
    Waiting.until(
        "it to be listed", LONG, () -> cli("list", "--running").out().contains("KEEPING"));
    Instant before = status(kept).keptUntil();

    assertThat(cloud("sweep"))
        .satisfies(
            sweep -> {
              assertThat(sweep.code()).as(sweep.out()).isEqualTo(ExitCode.DONE);
              assertThat(sweep.out())
                  .contains("in use", "it is kept by " + keep, "Nothing has outlived its restore.");
            });
    Said extended = cli("extend", PRIMARY, "--for", "PT2H");
    assertThat(extended.out()).contains("Accepted: the clone is kept until ");
    assertThat(status(kept).keptUntil()).isAfter(before.plus(Duration.ofHours(1)));
    assertThat(cli("extend", report.restoreId(), "--for", "PT1H"))
        .satisfies(
            again -> {
              assertThat(again.code()).isEqualTo(ExitCode.FAILED);
              assertThat(again.err()).contains("Not accepted: ", "is kept until");
            });
    assertThat(cli("status", keep).out()).contains("KEEPING", "kept until ", "cost so far");

    assertThat(cli("abort", keep).out()).contains("the clone is removed now");
    RestoreReport end = kept.getResult(RestoreReport.class);

    assertThat(end.summary()).contains("is removed, before its end: aborted by");
    assertThat(cli("report", keep).code()).isEqualTo(ExitCode.DONE);
    assertThat(world.sandbox().ledger())
        .extracting(LedgerEntry::releasedAt)
        .doesNotContainNull()
        .hasSize(2);
    assertThat(cloud("sweep").out()).contains("Nothing in " + Sandbox.REGION);
  }

  @Test
  void aCloneThatSomebodyKeptIsShownSparedAndRemovedByName() {
    // Its name is taken: the precheck fails, and a person is waited for.
    WorkflowStub restore = restore(Map.of("target", "original"));
    Waiting.until("a gate", LONG, () -> status(restore).waitingFor() != null);
    assertThat(cli("abort", PRIMARY, "--keep-clone", "--actor", "ana").code())
        .isEqualTo(ExitCode.DONE);
    RestoreReport report = restore.getResult(RestoreReport.class);
    String clone = report.left().get(0).what().substring("clone ".length());

    Said seen = cloud("sweep");
    assertThat(seen.code()).as("%s", seen).isEqualTo(ExitCode.DONE);
    assertThat(seen.out())
        .contains("kept by ana at 2", "--yes --include-kept " + clone)
        .contains("Nothing has outlived its restore.");
    assertThat(cloud("sweep", "--yes").code()).isEqualTo(ExitCode.DONE);
    assertThat(left()).as("a plain --yes").isEqualTo(1);
    setUpTheSchedule();
    assertThat(lookNow().orphans()).isEmpty();

    for (String id : List.of(PRIMARY, report.restoreId(), "restore-keep/" + report.restoreId())) {
      Said extended = cli("extend", id, "--for", "P1D");
      assertThat(extended.code()).as(id).isEqualTo(ExitCode.FAILED);
      assertThat(extended.err()).contains("abort --keep-clone has no end to extend");
    }

    Said wrong = cloud("sweep", "--yes", "--include-kept", PRIMARY);
    assertThat(wrong.code()).as("%s", wrong).isEqualTo(ExitCode.USAGE);
    assertThat(wrong.err()).contains("no clone that somebody keeps (these are: " + clone);
    assertThat(left()).isEqualTo(1);
    assertThat(cloud("sweep", "--include-kept", clone).code()).isEqualTo(ExitCode.PERSON_NEEDED);
    Said swept = cloud("sweep", "--yes", "--include-kept", clone);
    assertThat(swept.code()).as("%s", swept).isEqualTo(ExitCode.DONE);
    assertThat(swept.out()).contains("removed  clone " + clone);
    assertThat(left()).isZero();
  }

  @Test
  void aRegionThatThereIsNotIsRefused() {
    Said said = cloud("sweep", "--region", Sandbox.REGION + ",cn-mars", "--yes");
    assertThat(said.code()).as("%s", said).isEqualTo(ExitCode.USAGE);
    assertThat(said.err()).contains("There is no region cn-mars.");
    assertThat(said.out()).doesNotContain("Nothing");
  }

  @Test
  void whatATerminatedRestoreLeftIsAlertedOfAndSweptAndNothingElse() throws Exception {
    // Its name is taken: the precheck fails, and a person is waited for.
    WorkflowStub restore = restore(Map.of("target", "original"));
    Waiting.until("a gate", LONG, () -> status(restore).waitingFor() != null);
    assertThat(status(restore).waitingFor().gate()).isEqualTo("precheck-1");
    assertThat(cloud("sweep", "--region", Sandbox.REGION).code()).isEqualTo(ExitCode.DONE);
    createAccount();
    openGroup("rds_restored");
    restore.terminate("as somebody may");

    setUpTheSchedule();
    SweepLookReport look = lookNow();
    assertThat(look.orphans())
        .extracting(orphan -> orphan.thing().kind().words())
        .containsExactly("DTS job", "account", "whitelist group", "clone");
    assertThat(look.unclear()).extracting(one -> one.thing().id()).containsExactly(LOOK_ALIKE);
    assertThat(look.summary())
        .isEqualTo(
            "4 things have outlived their restore; see and remove with: ./rds-restore sweep --namespace default --region "
                + Sandbox.REGION);
    assertThat(left()).as("a look removes nothing").isEqualTo(2);

    Said seen = cloud("sweep", "--region", Sandbox.REGION, "--json");
    assertThat(seen.code()).isEqualTo(ExitCode.PERSON_NEEDED);
    JsonNode json = json(seen.out());
    assertThat(json.at("/findings").findValuesAsText("verdict"))
        .containsExactlyInAnyOrder("orphan", "orphan", "orphan", "orphan", "unclear");
    assertThat(json.at("/findings").findValuesAsText("why"))
        .contains(
            "restore %s has ended (terminated)"
                .formatted(look.orphans().get(0).thing().restoreId()));
    assertThat(left()).as("without --yes").isEqualTo(2);

    Said swept = cloud("sweep", "--region", Sandbox.REGION, "--yes");
    assertThat(swept.code()).as("%s", swept).isEqualTo(ExitCode.DONE);
    assertThat(swept.out())
        .contains("removed  DTS job", "removed  account", "removed  whitelist", "removed  clone");
    assertThat(left()).isZero();
    Said again = cloud("sweep", "--region", Sandbox.REGION);
    assertThat(again.code()).as("%s", again).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("unclear", LOOK_ALIKE).doesNotContain("orphan");
    assertThat(world.sandbox().calls().count("DeleteDBInstance")).isEqualTo(1);
    assertThat(world.sandbox().calls().count("DeleteAccount")).isEqualTo(1);
    assertThat(lookNow().orphans()).isEmpty();
  }

  @Test
  void anotherNamespaceTakesNothingFromARestoreThatRuns() {
    WorkflowStub restore = restore(Map.of("target", "original"));
    Waiting.until("a gate", LONG, () -> status(restore).waitingFor() != null);
    world
        .client()
        .getWorkflowServiceStubs()
        .blockingStub()
        .registerNamespace(
            RegisterNamespaceRequest.newBuilder()
                .setNamespace("other")
                .setWorkflowExecutionRetentionPeriod(
                    com.google.protobuf.Duration.newBuilder().setSeconds(86_400))
                .build());
    String[] sweep = {"sweep", "--region", Sandbox.REGION, "--namespace", "other", "--yes"};
    Waiting.until("the namespace to be known", LONG, () -> cloud(sweep).code() != ExitCode.FAILED);

    Said said = cloud(sweep);

    assertThat(said.code()).as("%s", said).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(said.out())
        .contains("unknown", "namespace other knows no restore of " + PRIMARY)
        .contains("--include-unknown " + status(restore).restoreId())
        .doesNotContain("orphan")
        .doesNotContain("removed ");
    assertThat(left()).as("clone and DTS job").isEqualTo(2);
    assertThat(world.sandbox().calls().count("DeleteAccount")).isZero();
    assertThat(cloud("sweep", "--include-unknown", PRIMARY, "--yes").code())
        .as("where the restore is known nothing is unknown")
        .isEqualTo(ExitCode.USAGE);
    Said named =
        cloud(
            "sweep",
            "--region",
            Sandbox.REGION,
            "--namespace",
            "other",
            "--include-unknown",
            PRIMARY);
    assertThat(named.out())
        .contains("remove with: ./rds-restore sweep --address")
        .contains("--namespace other --region", "--yes --include-unknown " + PRIMARY);
    assertThat(cli("abort", PRIMARY).code()).isEqualTo(ExitCode.DONE);
    restore.getResult(RestoreReport.class);
    assertThat(left()).isZero();
  }

  @Test
  void withoutTemporalNothingIsCalledEnded() {
    Said said =
        say(
            "sweep",
            "--region",
            Sandbox.REGION,
            "--yes",
            "--cloud-endpoint",
            world.sandbox().endpoint(),
            "--address",
            "127.0.0.1:1");
    assertThat(said.code()).isEqualTo(ExitCode.FAILED);
    assertThat(said.err())
        .contains("No Temporal server answers", "nothing was looked at or removed");
    assertThat(world.sandbox().calls().count("DescribeDBInstances")).isZero();
  }

  private void setUpTheSchedule() {
    assertThat(cli("setup", "--sweep-schedule", "--region", Sandbox.REGION).out())
        .contains("schedule rds-restore-sweep is made");
    Said again = cli("setup", "--sweep-schedule", "--region", Sandbox.REGION);
    assertThat(again.code()).isEqualTo(ExitCode.DONE);
    assertThat(again.out()).contains("schedule rds-restore-sweep is changed");
    assertThat(cli("setup", "--sweep-schedule").code()).isEqualTo(ExitCode.USAGE);
  }

  /** Has the schedule look now, and brings what it found. */
  private SweepLookReport lookNow() {
    List<String> before = looks();
    schedules().getHandle(SweepSchedule.ID).trigger();
    List<String> runs = new ArrayList<>();
    Waiting.until(
        "a look",
        LONG,
        () -> {
          runs.clear();
          runs.addAll(looks());
          runs.removeAll(before);
          return !runs.isEmpty();
        });
    SweepLookReport report =
        world.client().newUntypedWorkflowStub(runs.get(0)).getResult(SweepLookReport.class);
    assertThat(
            world
                .client()
                .newUntypedWorkflowStub(runs.get(0))
                .describe()
                .getTypedSearchAttributes()
                .get(RestoreContract.WAITING_FOR))
        .isEqualTo(!report.isAlert() ? RestoreContract.WAITING_FOR_NOTHING : "cleanup");
    return report;
  }

  /** A schedule appends the time to the workflow id. */
  private List<String> looks() {
    try (Stream<WorkflowExecutionMetadata> all =
        world
            .client()
            .listExecutions("WorkflowType = '" + RestoreContract.SWEEP_WORKFLOW_TYPE + "'")) {
      return all.map(one -> one.getExecution().getWorkflowId()).toList();
    }
  }

  private ScheduleClient schedules() {
    return ScheduleClient.newInstance(
        world.client().getWorkflowServiceStubs(), ScheduleClientOptions.newBuilder().build());
  }

  private WorkflowStub restore(Map<String, Object> more) {
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
                "approval",
                "notRequired",
                "termsAccepted",
                true,
                "requestedBy",
                "ana",
                "reason",
                "test"));
    request.putAll(more);
    WorkflowStub stub = RestoreStubs.of(world.client(), PRIMARY);
    stub.start(request);
    return stub;
  }

  private static RestoreStatus status(WorkflowStub workflow) {
    return workflow.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
  }

  private long left() {
    return world.sandbox().ledger().stream().filter(one -> one.releasedAt() == null).count();
  }

  private void createAccount() throws ClientException {
    CreateAccountRequest create = new CreateAccountRequest();
    create.setDBInstanceId(PRIMARY);
    create.setAccountName(LOOK_ALIKE);
    create.setAccountPassword("Somebody-9876-s");
    create.setAccountType("Normal");
    create.setSysEndpoint(world.sandbox().hostAndPort());
    client().getAcsResponse(create);
  }

  private void openGroup(String name) throws ClientException {
    ModifySecurityIpsRequest open = new ModifySecurityIpsRequest();
    open.setDBInstanceId(PRIMARY);
    open.setDBInstanceIPArrayName(name);
    open.setModifyMode("Append");
    open.setSecurityIps("10.1.2.3");
    open.setSysEndpoint(world.sandbox().hostAndPort());
    client().getAcsResponse(open);
  }

  private static DefaultAcsClient client() {
    return new DefaultAcsClient(
        DefaultProfile.getProfile(Sandbox.REGION),
        new StaticCredentialsProvider(
            new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)));
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return RestoreJson.mapper().readTree(text);
  }

  private record Said(int code, String out, String err) {}

  private Said cloud(String... args) {
    return cli(
        Stream.concat(Stream.of(args), Stream.of("--cloud-endpoint", world.sandbox().endpoint()))
            .toArray(String[]::new));
  }

  private Said cli(String... args) {
    return say(
        Stream.concat(Stream.of(args), Stream.of("--address", world.temporal().address()))
            .toArray(String[]::new));
  }

  private static Said say(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        RdsRestore.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(args);
    return new Said(code, out.toString(), err.toString());
  }
}
