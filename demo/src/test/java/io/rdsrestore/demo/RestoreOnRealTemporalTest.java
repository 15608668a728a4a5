package io.rdsrestore.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.AcsResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.RpcAcsRequest;
import com.aliyuncs.auth.BasicCredentials;
import com.aliyuncs.auth.StaticCredentialsProvider;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.profile.DefaultProfile;
import com.aliyuncs.rds.model.v20140815.CreateAccountRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupsRequest;
import com.aliyuncs.rds.model.v20140815.DescribeBackupsResponse;
import com.aliyuncs.rds.model.v20140815.DescribeLocalAvailableRecoveryTimeRequest;
import com.aliyuncs.rds.model.v20140815.GrantAccountPrivilegeRequest;
import io.rdsrestore.demo.temporal.DevServer;
import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.dataplane.SampleHistory;
import io.rdsrestore.sandbox.dataplane.TableFingerprint;
import io.rdsrestore.worker.RdsRestore;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.RestoreToPrimary;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.merge.MergeMode;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.TimelineEntry;
import io.rdsrestore.workflows.status.VerificationSummary;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowStub;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Whole restores: real Temporal server, real worker, SDK calls over HTTP, real databases. */
class RestoreOnRealTemporalTest {
  private static final Duration LONG = Duration.ofMinutes(2);
  private static final String PASSWORD = "Canary-7f3a9c-Canary";

  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path folder;

  private static World world;
  private static Shop shop;
  private static SampleHistory history;

  @BeforeAll
  static void startWorld() throws ClientException {
    Path temporal = RealTemporal.binary();
    Sandbox sandbox = SmallSandbox.withDatabases(folder, Duration.ofSeconds(2));
    world = new World(sandbox, DevServer.start(temporal));
    shop = new Shop(sandbox);
    history = SampleHistory.beginningAt(windowBegin());
  }

  @AfterAll
  static void stopWorld() {
    if (world != null) {
      world.close();
    }
  }

  /** A failed test must not leave the lock on the primary to the next one. */
  @AfterEach
  void abortWhatStillRuns() {
    WorkflowStub stub = world.client().newUntypedWorkflowStub(workflowId());
    if (stub.describe().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING) {
      stub.signal(RestoreContract.SIGNAL_ABORT);
      Waiting.until("the end", LONG, () -> restore().status().phase().isEnd());
    }
  }

  @Test
  void aWholeDatabaseComesBackBesideExactAsOfTheSecond() {
    Instant second = history.begin().plusSeconds(301);
    start(second, Map.of("objects", List.of(Map.of("database", "shop", "as", "shop_then"))));

    RestoreReport report = approveAndEnd();

    assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
    assertThat(report.putBackSql()).isNotEmpty();
    assertExactly("shop_then", second, history.at(second).keySet());
    assertNothingLeft();
  }

  @Test
  void aBackupSetIsRestoredAsOfItsOwnInstant() throws ClientException {
    Instant middle = history.begin().plusSeconds(240);
    start(
        Map.of("backupId", newestBackupId()),
        Map.of(
            "objects",
            List.of(
                Map.of(
                    "database",
                    "shop",
                    "as",
                    "shop_backup",
                    "tables",
                    List.of("orders", "payments")))));

    RestoreReport report = approveAndEnd();

    assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
    assertExactly("shop_backup", middle, List.of("orders", "payments"));
    assertNothingLeft();
  }

  @Test
  void aTableIsSwappedAndGoesBackOnAServer() {
    Instant second = history.begin().plusSeconds(220);
    List<String> settings = List.of("settings");
    TableFingerprint before = shop.fingerprint("shop", "settings");
    startBesideAndAsk(second, "shop_swap", settings);
    approve();
    awaitGate("swap-1");
    restore().decide(Decision.of(Action.SWAP, "swap-1", "ana", null));
    awaitGate("swap-2");
    assertExactly("shop", second, settings);
    restore().decide(Decision.of(Action.UNDO, "swap-2", "ana", null));
    awaitGate("swap-3");
    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(before);
    assertExactly("shop_swap", second, settings);
    restore().decide(Decision.of(Action.SWAP, "swap-3", "ana", null));
    awaitGate("swap-4");
    restore().decide(Decision.of(Action.LEAVE, "swap-4", "ana", null));
    RestoreReport report = end();

    assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    assertExactly("shop", second, settings);
    // The way back that the report prints works as it stands, and the others find what was there.
    shop.run(report.putBackSql().get(0));
    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(before);
    assertNothingLeft();
  }

  @Test
  void rowsAreMergedAndTakenOutAgainOnAServer() {
    Instant second = history.begin().plusSeconds(220);
    List<String> settings = List.of("settings");
    shop.run("DELETE FROM shop.settings LIMIT 3");
    TableFingerprint damaged = shop.fingerprint("shop", "settings");
    startBesideAndAsk(second, "shop_merge", settings);
    approve();
    merge(awaitGate("swap-1"), MergeMode.BOTH);
    Gate counted = awaitGate("swap-2");
    assertThat(counted.items().get(0).message()).contains("only in the restored table: 3 rows");
    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(damaged);
    merge(counted, null);
    awaitGate("swap-3");
    assertExactly("shop", second, settings);
    restore().decide(Decision.of(Action.UNDO, "swap-3", "ana", null));
    awaitGate("swap-4");
    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(damaged);
    merge(awaitGate("swap-4"), MergeMode.BOTH);
    merge(awaitGate("swap-5"), null);
    awaitGate("swap-6");
    restore().decide(Decision.of(Action.LEAVE, "swap-6", "ana", null));
    RestoreReport report = end();

    assertThat(report.sqlPurpose()).isEqualTo(SqlPurpose.UNDO_MERGE);
    assertThat(report.notes()).anyMatch(note -> note.startsWith("The primary was backed up"));
    assertExactly("shop", second, settings);
    shop.run(report.putBackSql().toArray(String[]::new));
    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(damaged);
    assertNothingLeft();
  }

  @Test
  void aSwapIsTakenBackOnAServerWhenItsRestoreHasEnded() {
    Instant second = history.begin().plusSeconds(220);
    List<String> settings = List.of("settings");
    TableFingerprint before = shop.fingerprint("shop", "settings");
    startBesideAndAsk(second, "shop_late", settings, Map.of("undoFor", "PT1H"));
    approve();
    awaitGate("swap-1");
    restore().decide(Decision.of(Action.SWAP, "swap-1", "ana", null));
    awaitGate("swap-2");
    restore().decide(Decision.of(Action.LEAVE, "swap-2", "ana", null));
    RestoreReport report = end();
    assertExactly("shop", second, settings);
    assertNothingLeft();

    assertThat(undoAfterTheEnd("primary"))
        .contains("is taken back now")
        .contains(RestoreContract.keepWorkflowId(report.restoreId()));
    assertThat(endOfKept(report).summary())
        .isEqualTo("The tables of before are in place again (1 table), by decision of ben.");

    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(before);
    assertExactly("shop_late", second, settings);
    assertNothingLeft();
  }

  @Test
  void aMergeIsTakenOutOnAServerWhenItsRestoreHasEnded() {
    Instant second = history.begin().plusSeconds(220);
    List<String> settings = List.of("settings");
    shop.run("DELETE FROM shop.settings LIMIT 2");
    TableFingerprint damaged = shop.fingerprint("shop", "settings");
    startBesideAndAsk(second, "shop_late_merge", settings, Map.of("undoFor", "PT1H"));
    approve();
    merge(awaitGate("swap-1"), MergeMode.BOTH);
    merge(awaitGate("swap-2"), null);
    awaitGate("swap-3");
    restore().decide(Decision.of(Action.LEAVE, "swap-3", "ana", null));
    RestoreReport report = end();
    assertExactly("shop", second, settings);

    assertThat(undoAfterTheEnd(RestoreContract.keepWorkflowId(report.restoreId())))
        .contains("is taken back now");
    assertThat(endOfKept(report).summary())
        .isEqualTo("The merge is taken out again, by decision of ben.");

    assertThat(shop.fingerprint("shop", "settings")).isEqualTo(damaged);
    assertNothingLeft();
    // Others count what they have deleted themselves.
    shop.run("INSERT IGNORE INTO shop.settings SELECT * FROM shop_late_merge.settings");
  }

  /** By the command that people type; what it prints. */
  private static String undoAfterTheEnd(String id) {
    StringWriter out = new StringWriter();
    int exit =
        RdsRestore.commandLine()
            .setOut(new PrintWriter(out))
            .execute(
                "undo", id, "--actor", "ben", "--json", "--address", world.temporal().address());
    assertThat(exit).as(out.toString()).isZero();
    return out.toString();
  }

  /** The report of what takes the undo. */
  private static RestoreReport endOfKept(RestoreReport report) {
    WorkflowStub kept =
        world.client().newUntypedWorkflowStub(RestoreContract.keepWorkflowId(report.restoreId()));
    Waiting.until(
        "the undo",
        LONG,
        () -> {
          RestoreStatus status = kept.query(RestoreContract.QUERY_STATUS, RestoreStatus.class);
          if (status.waitingFor() != null) {
            throw new IllegalStateException("waits: " + status.waitingFor());
          }
          return status.phase().isEnd();
        });
    return kept.getResult(RestoreReport.class);
  }

  /** Counts, or with no mode writes what the gate shows. */
  private static void merge(Gate gate, MergeMode mode) {
    restore()
        .decide(
            Decision.builder(Action.MERGE)
                .gate(gate.gate())
                .actor("ana")
                .mode(mode)
                .planHash(mode == null ? gate.planHash() : null)
                .build());
  }

  @Test
  void autoTakesTheOwnNameWhereItIsFreeAndGoesBesideWhereNot() {
    Instant second = history.begin().plusSeconds(200);
    shop.run("SET foreign_key_checks = 0", "DROP TABLE shop.shipments");
    start(
        second,
        Map.of("objects", List.of(Map.of("database", "shop", "tables", List.of("shipments")))));
    assertThat(approveAndEnd().outcome()).isEqualTo(Outcome.IN_PLACE);
    assertExactly("shop", second, List.of("shipments"));
    shop.run("DELETE FROM shop.shipments ORDER BY id LIMIT 1");

    start(
        second,
        Map.of("objects", List.of(Map.of("database", "shop", "tables", List.of("shipments")))));
    RestoreReport beside = approveAndEnd();

    assertThat(beside.outcome()).isEqualTo(Outcome.BESIDE);
    assertExactly(beside.objects().get(0).targetDatabase(), second, List.of("shipments"));
    assertNothingLeft();
  }

  @Test
  void aLostDatabaseMovesToItsOwnNameAsAWhole() {
    shop.run(
        "DROP DATABASE IF EXISTS crm",
        "CREATE DATABASE crm CHARACTER SET utf8mb4",
        "CREATE TABLE crm.people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40))",
        "CREATE TABLE crm.calls (id INT PRIMARY KEY, person INT, CONSTRAINT of_person FOREIGN KEY"
            + " (person) REFERENCES crm.people (id))",
        "INSERT INTO crm.people VALUES (1, 'ana'), (2, 'ben')",
        "INSERT INTO crm.calls VALUES (7, 2)",
        "CREATE VIEW crm.called AS SELECT name FROM crm.people JOIN crm.calls ON person ="
            + " people.id");
    TableFingerprint before = shop.fingerprint("crm", "people");
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until("the second", LONG, () -> Instant.now().isAfter(second));
    shop.run("DROP DATABASE crm");
    start(second.minusSeconds(1), Map.of("objects", List.of(Map.of("database", "crm"))));

    RestoreReport report = approveAndEnd();

    assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    assertThat(shop.fingerprint("crm", "people")).isEqualTo(before);
    shop.run("INSERT INTO crm.calls VALUES (8, 1)");
    // Only an account with SUPER makes a view that runs as somebody else.
    assertThat(report.notes())
        .anyMatch(note -> note.startsWith("Database crm was copied as crm_restored_"))
        .anyMatch(
            note ->
                note.startsWith("view crm.called stays beside in crm_restored_")
                    && note.contains("SUPER")
                    && note.contains("Its SQL: USE `crm`; CREATE ")
                    && note.contains(" VIEW `called` AS select "));
    assertNothingLeft();
  }

  @Test
  void whatALostDatabaseDoesNotGetBackIsInTheReportWithItsSql() {
    shop.run(
        "DROP DATABASE IF EXISTS crm",
        "CREATE DATABASE crm CHARACTER SET utf8mb4",
        "CREATE TABLE crm.people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40))",
        "INSERT INTO crm.people VALUES (1, 'ana'), (2, 'ben')",
        "CREATE TRIGGER crm.named BEFORE INSERT ON crm.people FOR EACH ROW SET NEW.name ="
            + " UPPER(NEW.name)",
        "CREATE EVENT crm.nightly ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM crm.people");
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until("the second", LONG, () -> Instant.now().isAfter(second));
    shop.run("DROP DATABASE crm");
    start(second.minusSeconds(1), Map.of("objects", List.of(Map.of("database", "crm"))));
    approve();
    awaitGate("failure-1");
    assertThat(restore().status().plan().checks())
        .anyMatch(check -> check.id().equals("sql.homeTriggers"));
    // As the gate says.
    new Owner(world.sandbox())
        .texts(
            "SELECT CONCAT(trigger_schema, '.', trigger_name) FROM information_schema.triggers"
                + " WHERE trigger_schema LIKE 'crm\\_restored\\_%'")
        .forEach(trigger -> shop.run("DROP TRIGGER " + trigger));
    restore().decide(Decision.of(Action.RETRY, "failure-1", "ana", null));
    RestoreReport report =
        world.client().newUntypedWorkflowStub(workflowId()).getResult(RestoreReport.class);

    assertThat(report.notes())
        .anyMatch(note -> note.contains("trigger crm.named") && note.contains("UPPER(NEW.name)"));
    assertThat(report.notRestored())
        .anyMatch(line -> line.contains("crm.nightly") && line.contains("CREATE"));
    assertNothingLeft();
  }

  @Test
  void tablesOfALostDatabaseMoveIntoOneThatIsMadeAnew() {
    shop.run(
        "DROP DATABASE IF EXISTS crm",
        "CREATE DATABASE crm CHARACTER SET latin1 COLLATE latin1_german1_ci",
        "CREATE TABLE crm.people (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(40))",
        "CREATE TABLE crm.calls (id INT PRIMARY KEY, person INT, CONSTRAINT of_person FOREIGN KEY (person)"
            + " REFERENCES crm.people (id))",
        "CREATE TABLE crm.noise (id INT PRIMARY KEY)",
        "INSERT INTO crm.people VALUES (1, 'ana'), (2, 'ben')",
        "INSERT INTO crm.calls VALUES (7, 2)");
    TableFingerprint before = shop.fingerprint("crm", "people");
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until("the second", LONG, () -> Instant.now().isAfter(second));
    shop.run("DROP DATABASE crm");
    start(
        second.minusSeconds(1),
        Map.of(
            "objects", List.of(Map.of("database", "crm", "tables", List.of("people", "calls")))));

    RestoreReport report = approveAndEnd();

    assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    assertThat(report.notes())
        .anyMatch(note -> note.startsWith("Table crm.people was copied as crm_restored_"));
    assertThat(shop.fingerprint("crm", "people")).isEqualTo(before);
    shop.run("INSERT INTO crm.calls VALUES (8, 1)");
    assertThat(
            new Owner(world.sandbox())
                .texts(
                    "SELECT CONCAT(default_collation_name, ' ', (SELECT GROUP_CONCAT(table_name"
                        + " ORDER BY 1) FROM information_schema.tables WHERE table_schema ="
                        + " 'crm')) FROM information_schema.schemata WHERE schema_name = 'crm'"))
        .containsExactly("latin1_german1_ci calls,people");
    assertNothingLeft();
  }

  @Test
  void existingAccountsAreUsedAndTheirPasswordGoesNowhere() throws Exception {
    createAccount("app_restore");
    Path secret = Files.writeString(folder.resolve("password"), PASSWORD);
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until("the second", LONG, () -> Instant.now().isAfter(second));
    shop.run("SET foreign_key_checks = 0", "DROP TABLE shop.settings");
    start(
        second.minusSeconds(1),
        Map.of(
            "objects", List.of(Map.of("database", "shop", "tables", List.of("settings"))),
            "target", "original",
            "accounts",
                Map.of(
                    "mode", "existing",
                    "userName", "app_restore",
                    "passwordRef", "file:" + secret)));

    RestoreReport report = approveAndEnd();

    assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
    assertExactly("shop", history.end(), List.of("settings"));
    assertThat(world.client().fetchHistory(workflowId()).toJson(false)).doesNotContain(PASSWORD);
    assertNothingLeft();
  }

  @Test
  void I7_noPasswordIsInAUrl() {
    Instant begin = Instant.now();
    start(
        history.begin().plusSeconds(100),
        Map.of(
            "objects",
            List.of(Map.of("database", "shop", "as", "shop_url", "tables", List.of("orders")))));
    approveAndEnd();

    assertThat(world.sandbox().calls().latest())
        .filteredOn(call -> call.at().isAfter(begin))
        .isNotEmpty()
        .allSatisfy(
            call ->
                assertThat(call.inQuery())
                    .doesNotContain(
                        "AccountPassword",
                        "SourceEndpointPassword",
                        "DestinationEndpointPassword",
                        "DbList"));
  }

  @Test
  void aTargetThatChangesAfterTheCopyIsADifferenceThatAPersonMayAccept() {
    start(
        history.begin().plusSeconds(250),
        Map.of(
            "objects",
            List.of(
                Map.of("database", "shop", "as", "shop_touched", "tables", List.of("orders")))));
    approve();
    awaitPhase(RestorePhase.MIGRATING);
    Waiting.until("the rows", LONG, () -> hasRows("shop_touched", "orders"));
    shop.run("DELETE FROM shop_touched.orders ORDER BY id LIMIT 1");
    Gate gate = awaitGate("difference-1");

    assertThat(gate.items()).singleElement().extracting("name").isEqualTo("shop_touched.orders");
    restore().decide(Decision.of(Action.APPROVE, "difference-1", "ana", "it was me"));
    RestoreReport report = end();

    assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.ACCEPTED);
    assertNothingLeft();
  }

  @Test
  void aTableThatIsAlteredWhileItIsCopiedPausesTheCopy() {
    shop.run("CREATE EVENT shop.purge ON SCHEDULE EVERY 1 DAY DO DELETE FROM shop.orders");
    Instant second = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
    Waiting.until("the second", LONG, () -> Instant.now().isAfter(second.plusSeconds(1)));
    shop.run("SET foreign_key_checks = 0", "DELETE FROM shop.orders ORDER BY id DESC LIMIT 1");
    start(
        second,
        Map.of(
            "objects",
            List.of(Map.of("database", "shop", "as", "shop_guard", "tables", List.of("orders"))),
            // It outlasts two looks at the tables, also on a busy machine.
            "migration",
            Map.of("maxRowsPerSecond", 100)));
    approve();
    Waiting.until("a row", LONG, () -> hasRows("shop_guard", "orders"));
    Waiting.until(
        "a look at the table",
        LONG,
        () ->
            world
                .client()
                .newUntypedWorkflowStub(workflowId())
                .describe()
                .getRawDescription()
                .getPendingActivitiesList()
                .stream()
                .flatMap(activity -> activity.getHeartbeatDetails().getPayloadsList().stream())
                .anyMatch(note -> note.getData().toStringUtf8().contains("shop_guard.orders")));
    shop.run("ALTER TABLE shop_guard.orders ADD COLUMN note INT");

    Gate gate = awaitGate("ddl-1");

    assertThat(gate.items().get(0).message())
        .startsWith("the columns of shop_guard.orders on the primary have been changed");
    shop.run("ALTER TABLE shop_guard.orders DROP COLUMN note", "DROP EVENT shop.purge");
    restore()
        .decide(
            Decision.builder(Action.RESUME)
                .gate("ddl-1")
                .actor("ana")
                .migration(CopyRate.unlimited())
                .build());
    RestoreReport report = end();
    assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
    assertThat(report.verification().source()).startsWith("the clone was not changed: 1 table had");
    assertThat(restore().status().timeline())
        .extracting(TimelineEntry::text)
        .contains("Events are switched off in the clone: shop.purge");
    assertNothingLeft();
  }

  @Test
  void aWorkerThatIsStoppedAndStartedInEveryPhaseChangesNothing() {
    Instant second = history.begin().plusSeconds(400);
    start(
        second,
        Map.of(
            "objects",
            List.of(Map.of("database", "shop", "as", "shop_restarts", "tables", List.of("orders"))),
            // A worker that stops between noting a purchase and making it leaves the outcome open.
            "limits",
            Map.of("unknownOutcomeWait", "PT5S"),
            // The copy begins without a worker; it must outlast the start of one.
            "migration",
            Map.of("maxRowsPerSecond", 1500)));
    approve();
    List<RestorePhase> restartedIn = new ArrayList<>();
    RestorePhase seen = RestorePhase.PLANNING;
    while (!seen.isEnd()) {
      RestorePhase last = seen;
      Waiting.until("another phase than " + last, LONG, () -> restore().status().phase() != last);
      seen = restore().status().phase();
      world.stopWorker();
      world.startWorker();
      restartedIn.add(seen);
    }

    // A phase without waiting may be over between two looks; these two last for seconds.
    assertThat(restartedIn).contains(RestorePhase.CLONING, RestorePhase.MIGRATING);
    assertThat(end().verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
    assertExactly("shop_restarts", second, List.of("orders"));
    assertNothingLeft();
  }

  @Test
  void theHistoryOfAHappyPathStaysShort() {
    start(
        history.begin().plusSeconds(150),
        Map.of(
            "objects",
            List.of(Map.of("database", "shop", "as", "shop_short", "tables", List.of("orders")))));
    approveAndEnd();

    assertThat(world.client().fetchHistory(workflowId()).getEvents())
        // Three less for each two activities whose ends one workflow task takes; 197 if none does.
        .hasSizeBetween(165, 200);
  }

  private static void start(Instant second, Map<String, Object> more) {
    start(Map.of("time", second.toString()), more);
  }

  private static void start(Map<String, Object> restoreTo, Map<String, Object> more) {
    Map<String, Object> request =
        new TreeMap<>(
            Map.of(
                "regionId",
                Sandbox.REGION,
                "instanceId",
                Sandbox.SAMPLE_PRIMARY,
                "restoreTo",
                restoreTo,
                "requestedBy",
                "ana",
                "reason",
                "test"));
    request.putAll(more);
    RestoreStubs.of(world.client(), Sandbox.SAMPLE_PRIMARY).start(request);
  }

  private static void startBesideAndAsk(Instant second, String beside, List<String> tables) {
    startBesideAndAsk(second, beside, tables, Map.of());
  }

  private static void startBesideAndAsk(
      Instant second, String beside, List<String> tables, Map<String, Object> more) {
    Map<String, Object> wanted = new TreeMap<>(more);
    wanted.put("objects", List.of(Map.of("database", "shop", "as", beside, "tables", tables)));
    wanted.put("afterwards", "ask");
    start(second, wanted);
  }

  private static RestoreReport approveAndEnd() {
    approve();
    return end();
  }

  private static void approve() {
    awaitGate("approval-1");
    restore().decide(Decision.of(Action.APPROVE, "approval-1", "ana", null));
  }

  private static Gate awaitGate(String gate) {
    Waiting.until(
        gate,
        LONG,
        () -> {
          RestoreStatus status = restore().status();
          if (status.phase().isEnd()) {
            throw new IllegalStateException("ended before " + gate + ": " + status.doing());
          }
          return status.waitingFor() != null && status.waitingFor().gate().equals(gate);
        });
    return restore().status().waitingFor();
  }

  private static void awaitPhase(RestorePhase phase) {
    Waiting.until(phase.name(), LONG, () -> restore().status().phase() == phase);
  }

  private static RestoreReport end() {
    Waiting.until(
        "the end",
        LONG,
        () -> {
          RestoreStatus status = restore().status();
          if (status.waitingFor() != null) {
            throw new IllegalStateException("waits: " + status.waitingFor());
          }
          return status.phase().isEnd();
        });
    return WorkflowStub.fromTyped(restore()).getResult(RestoreReport.class);
  }

  private static RestoreToPrimary restore() {
    return world.restore(Sandbox.SAMPLE_PRIMARY);
  }

  private static String workflowId() {
    return RestoreContract.workflowId(Sandbox.SAMPLE_PRIMARY);
  }

  /** The oracle is what the generator wrote, not what the clone says. */
  private static void assertExactly(String database, Instant second, Iterable<String> tables) {
    Map<String, TableFingerprint> expected = history.at(second);
    for (String table : tables) {
      assertThat(shop.fingerprint(database, table))
          .as("%s.%s as of %s", database, table, second)
          .isEqualTo(expected.get(table));
    }
  }

  private static void assertNothingLeft() {
    assertThat(world.sandbox().ledger()).extracting(LedgerEntry::releasedAt).doesNotContainNull();
    assertThat(world.sandbox().ledger()).extracting(LedgerEntry::restoreId).doesNotContainNull();
    assertThat(shop.managedAccounts()).isZero();
  }

  private static void createAccount(String name) throws ClientException {
    CreateAccountRequest create = new CreateAccountRequest();
    create.setDBInstanceId(Sandbox.SAMPLE_PRIMARY);
    create.setAccountName(name);
    create.setAccountPassword(PASSWORD);
    create.setAccountType("Normal");
    call(create);
    GrantAccountPrivilegeRequest grant = new GrantAccountPrivilegeRequest();
    grant.setDBInstanceId(Sandbox.SAMPLE_PRIMARY);
    grant.setAccountName(name);
    grant.setDBName("shop");
    grant.setAccountPrivilege("ReadWrite");
    call(grant);
  }

  private static boolean hasRows(String database, String table) {
    try {
      return shop.fingerprint(database, table).rows() > 0;
    } catch (IllegalStateException notThereYet) {
      return false;
    }
  }

  private static Instant windowBegin() throws ClientException {
    DescribeLocalAvailableRecoveryTimeRequest request =
        new DescribeLocalAvailableRecoveryTimeRequest();
    request.setDBInstanceId(Sandbox.SAMPLE_PRIMARY);
    return Instant.parse(call(request).getRecoveryBeginTime());
  }

  private static String newestBackupId() throws ClientException {
    DescribeBackupsRequest request = new DescribeBackupsRequest();
    request.setDBInstanceId(Sandbox.SAMPLE_PRIMARY);
    // Not one that a swap has made before it.
    request.setBackupMode("Automated");
    return call(request).getItems().stream()
        .max(Comparator.comparing(DescribeBackupsResponse.Backup::getBackupStartTime))
        .orElseThrow()
        .getBackupId();
  }

  private static <T extends AcsResponse> T call(RpcAcsRequest<T> request) throws ClientException {
    request.setSysEndpoint(world.sandbox().hostAndPort());
    return new DefaultAcsClient(
            DefaultProfile.getProfile(Sandbox.REGION),
            new StaticCredentialsProvider(
                new BasicCredentials(World.ACCESS_KEY_ID, World.ACCESS_KEY_SECRET)))
        .getAcsResponse(request);
  }
}
