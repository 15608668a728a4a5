package io.rdsrestore.activities;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.Sandbox;
import io.rdsrestore.sandbox.dataplane.MariaDbDataPlane;
import io.rdsrestore.sandbox.dataplane.OwnerLogin;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.AccountLogin;
import io.rdsrestore.workflows.activity.AwaitMigration;
import io.rdsrestore.workflows.activity.CloneHandle;
import io.rdsrestore.workflows.activity.CloneTags;
import io.rdsrestore.workflows.activity.CompareTables;
import io.rdsrestore.workflows.activity.ComparisonVerdict;
import io.rdsrestore.workflows.activity.DatabaseLogin;
import io.rdsrestore.workflows.activity.EnsureAccount;
import io.rdsrestore.workflows.activity.EnsureClone;
import io.rdsrestore.workflows.activity.EnsureDatabase;
import io.rdsrestore.workflows.activity.EnsureJob;
import io.rdsrestore.workflows.activity.EnsureJobBought;
import io.rdsrestore.workflows.activity.EnsureWhitelist;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.JobHandle;
import io.rdsrestore.workflows.activity.JobReference;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.MigrationLook;
import io.rdsrestore.workflows.activity.MigrationState;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.activity.PriceQuery;
import io.rdsrestore.workflows.activity.ReadChosenTables;
import io.rdsrestore.workflows.activity.ReadSchema;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.activity.RecoveryQuery;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.rdsrestore.workflows.activity.RemoveJob;
import io.rdsrestore.workflows.activity.TableComparison;
import io.rdsrestore.workflows.activity.TableLook;
import io.rdsrestore.workflows.activity.TargetNames;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.TableSelection;
import io.rdsrestore.workflows.request.VerifyMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every activity in the order of a restore, against the sandbox with real servers. */
class WholeRestoreTest {
  private static final String RESTORE_ID = "abcdefghij";
  private static final InstanceReference PRIMARY =
      new InstanceReference(Sandbox.REGION, Sandbox.SAMPLE_PRIMARY);
  private static final Duration UNKNOWN_OUTCOME_WAIT = Duration.ofMinutes(10);

  @TempDir private Path work;

  @Test
  void bringsADroppedTableBack() throws SQLException {
    try (Sandbox sandbox =
            Sandbox.builder()
                .dataPlane(MariaDbDataPlane.create(work))
                .timings(SandboxTimings.instant())
                .build()
                .start();
        ActivityHarness harness = new ActivityHarness(sandbox)) {
      restore(sandbox, harness);
    }
  }

  private static void restore(Sandbox sandbox, ActivityHarness harness) throws SQLException {
    Instant before = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    // The restore point includes its second: the accident comes in a later one.
    while (!Instant.now().isAfter(before.plusMillis(1100))) {
      Thread.onSpinWait();
    }
    onPrimary(sandbox, "DROP TABLE shop.order_items", "DROP TABLE shop.orders");
    RestorePoint point = RestorePoint.at(before);

    InstanceFacts facts = harness.finish(() -> harness.rds.readInstance(PRIMARY));
    assertThat(facts.engine()).isEqualTo("MySQL");
    assertThat(facts.databases()).extracting("name").contains("shop");
    assertThat(facts.address()).isNotNull();
    RecoveryFacts recovery =
        harness.finish(
            () ->
                harness.rds.awaitRecoveryWindow(
                    new RecoveryQuery(PRIMARY, point, List.of("shop"), Engine.MYSQL)));
    assertThat(recovery.windowEnd()).isAfterOrEqualTo(before);
    assertThat(recovery.nearest()).isNotNull();
    assertThat(recovery.clones()).isEmpty();
    assertThat(recovery.contents()).as("a list of nothing is no list").isNull();
    PurchaseConfiguration purchase =
        new PurchaseConfiguration(
            facts.instanceClass(),
            facts.storageGb(),
            facts.storageType(),
            facts.zoneId(),
            facts.vpcId(),
            facts.vSwitchId(),
            facts.networkType(),
            "Postpaid",
            "small",
            "PostPaid");
    assertThat(
            harness
                .finish(
                    () ->
                        harness.rds.readPrice(
                            new PriceQuery(
                                PRIMARY, facts.engine(), facts.engineVersion(), purchase)))
                .perHour())
        .isPositive();
    assertThat(harness.finish(() -> harness.dts.readDts(PRIMARY)).writing()).isEmpty();

    List<String> dtsAddresses = harness.finish(() -> harness.dts.readDts(PRIMARY)).addresses();
    AccountLogin account = AccountLogin.managed(RESTORE_ID);
    DatabaseLogin primaryLogin = new DatabaseLogin(PRIMARY.instanceId(), facts.address(), account);
    assertThat(harness.finish(() -> harness.database.readSchema(lookInto(primaryLogin))))
        .satisfies(server -> assertThat(server.reachable()).isFalse())
        .satisfies(server -> assertThat(server.unreachableBecause()).contains("does not allow"));
    harness.finish(() -> harness.rds.ensureWhitelist(new EnsureWhitelist(PRIMARY, dtsAddresses)));
    assertThat(harness.finish(() -> harness.database.readSchema(lookInto(primaryLogin))))
        .satisfies(server -> assertThat(server.unreachableBecause()).contains("denies access"));
    ManagedAccount onPrimary = new ManagedAccount(PRIMARY, RESTORE_ID);
    harness.finish(
        () ->
            harness.rds.ensureAccount(new EnsureAccount(onPrimary, List.of("shop"), Engine.MYSQL)));
    assertThat(harness.finish(() -> harness.database.readSchema(lookInto(primaryLogin))))
        .satisfies(server -> assertThat(server.reachable()).isTrue())
        .satisfies(
            server ->
                assertThat(server.targets().get(0).names()).doesNotContain("orders").isNotEmpty())
        .satisfies(
            server -> assertThat(server.chosen().missing().first()).containsExactly("shop.orders"));

    EnsureClone wantedClone =
        new EnsureClone(
            RESTORE_ID,
            1,
            PRIMARY,
            point,
            purchase,
            before.plus(Duration.ofDays(3)),
            UNKNOWN_OUTCOME_WAIT);
    CloneHandle clone = harness.finish(() -> harness.rds.ensureClone(wantedClone));
    assertThat(harness.finish(() -> harness.rds.ensureClone(wantedClone))).isEqualTo(clone);
    InstanceReference cloneReference = new InstanceReference(Sandbox.REGION, clone.instanceId());
    InstanceFacts cloneFacts = harness.finish(() -> harness.rds.awaitClone(cloneReference));
    harness.finish(
        () ->
            harness.rds.ensureCloneTags(
                CloneTags.of(
                    cloneReference, RESTORE_ID, PRIMARY.instanceId(), wantedClone.expires())));
    harness.finish(
        () -> harness.rds.ensureWhitelist(new EnsureWhitelist(cloneReference, dtsAddresses)));
    harness.finish(
        () ->
            harness.rds.ensureAccount(
                new EnsureAccount(
                    new ManagedAccount(cloneReference, RESTORE_ID),
                    List.of("shop"),
                    Engine.MYSQL)));
    DatabaseLogin cloneLogin = new DatabaseLogin(clone.instanceId(), cloneFacts.address(), account);

    List<ObjectTarget> objects =
        List.of(new ObjectTarget("shop", "shop", List.of(new TableSelection("orders", null))));
    List<ObjectTarget> all = List.of(new ObjectTarget("shop", "shop", null));
    List<TableLook> looks =
        harness
            .finish(
                () ->
                    harness.database.ensureCloneQuiet(
                        new ReadChosenTables(cloneLogin, primaryLogin, all)))
            .tables();
    assertThat(looks)
        .filteredOn(look -> look.table().equals("orders"))
        .singleElement()
        .satisfies(
            look -> {
              assertThat(look.inClone()).isTrue();
              assertThat(look.cloneRows()).isPositive();
              assertThat(look.onPrimary()).isFalse();
            });
    assertThat(looks)
        .filteredOn(look -> !look.table().startsWith("order"))
        .isNotEmpty()
        .allMatch(TableLook::sameRows);

    assertThat(
            harness.finish(
                () ->
                    harness.rds.ensureDatabase(
                        new EnsureDatabase(PRIMARY, "shop", "utf8mb4", RESTORE_ID))))
        .satisfies(database -> assertThat(database.created()).isFalse());
    for (String time : List.of("the first time", "once more, as after an answer that was lost")) {
      assertThat(
              harness.finish(
                  () ->
                      harness.rds.ensureDatabase(
                          new EnsureDatabase(PRIMARY, "beside", "utf8mb4", RESTORE_ID))))
          .satisfies(database -> assertThat(database.created()).as(time).isTrue());
    }

    String name = RestoreMark.jobName("rds-restore", RESTORE_ID, before.plus(Duration.ofDays(3)));
    EnsureJob wantedJob =
        new EnsureJob(
            Sandbox.REGION,
            RESTORE_ID,
            name,
            null,
            clone.instanceId(),
            account,
            PRIMARY.instanceId(),
            account,
            objects,
            true,
            true,
            "0",
            CopyRate.unlimited(),
            UNKNOWN_OUTCOME_WAIT,
            Engine.MYSQL);
    JobHandle job = harness.finish(() -> harness.dts.ensureJob(wantedJob));
    assertThat(harness.finish(() -> harness.dts.ensureJob(wantedJob))).isEqualTo(job);
    JobReference unbought = new JobReference(Sandbox.REGION, RESTORE_ID, job.jobId(), null, name);
    EnsureJobBought wantedPurchase =
        new EnsureJobBought(unbought, "small", UNKNOWN_OUTCOME_WAIT, null, Engine.MYSQL);
    JobHandle bought = harness.finish(() -> harness.dts.ensureJobBought(wantedPurchase));
    assertThat(bought.dtsInstanceId()).isNotNull();
    assertThat(harness.finish(() -> harness.dts.ensureJobBought(wantedPurchase))).isEqualTo(bought);
    JobReference reference =
        new JobReference(Sandbox.REGION, RESTORE_ID, job.jobId(), bought.dtsInstanceId(), name);

    // The application came back and made an empty table.
    onPrimary(sandbox, "CREATE TABLE shop.orders (id INT PRIMARY KEY)");
    assertThat(harness.finish(() -> harness.dts.ensureJobStarted(reference)))
        .isEqualTo("NotStarted");
    PrecheckResult failed = harness.finish(() -> harness.dts.awaitPrecheck(reference));
    assertThat(failed.passed()).isFalse();
    assertThat(failed.findings())
        .filteredOn(finding -> finding.item().equals("CHECK_SAME_OBJ"))
        .singleElement()
        .satisfies(finding -> assertThat(finding.detail()).contains("orders"));
    onPrimary(sandbox, "RENAME TABLE shop.orders TO shop.orders_empty");
    harness.finish(() -> harness.dts.ensureJobStarted(reference));
    PrecheckResult passed = harness.finish(() -> harness.dts.awaitPrecheck(reference));
    assertThat(passed.passed()).as("%s", passed).isTrue();
    MigrationLook migrated =
        harness.finish(
            () -> harness.dts.awaitMigration(new AwaitMigration(reference, 0, 20, null, null)));
    assertThat(migrated.state()).as("%s", migrated).isEqualTo(MigrationState.FINISHED);
    assertThat(
            harness.finish(
                () ->
                    harness.dts.removeJob(
                        new RemoveJob(
                            Sandbox.REGION, RESTORE_ID, job.jobId(), name, Duration.ZERO))))
        .satisfies(removal -> assertThat(removal.removed()).containsExactly(job.jobId()))
        .satisfies(removal -> assertThat(removal.left()).isEmpty());

    List<TableComparison> comparison =
        harness.finish(
            () ->
                harness.database.compareTables(
                    new CompareTables(
                        cloneLogin,
                        primaryLogin,
                        objects,
                        VerifyMode.CHECKSUM,
                        false,
                        true,
                        null,
                        0)));
    assertThat(comparison)
        .filteredOn(TableComparison::ofTable)
        .singleElement()
        .satisfies(table -> assertThat(table.verdict()).isEqualTo(ComparisonVerdict.EQUAL))
        .satisfies(table -> assertThat(table.sourceRows()).isPositive());

    harness.finish(() -> harness.rds.removeAccount(onPrimary));
    harness.finish(() -> harness.rds.removeWhitelist(PRIMARY));
    assertThat(
            harness.finish(
                () ->
                    harness.rds.removeClones(
                        new RemoveClones(RESTORE_ID, PRIMARY, clone.instanceId(), Duration.ZERO))))
        .satisfies(removal -> assertThat(removal.removed()).containsExactly(clone.instanceId()));
    assertThat(sandbox.ledger())
        .hasSize(2)
        .allMatch(entry -> entry.releasedAt() != null)
        .allMatch(entry -> RESTORE_ID.equals(entry.restoreId()));
    assertThat(harness.finish(() -> harness.database.readSchema(lookInto(primaryLogin))))
        .satisfies(server -> assertThat(server.reachable()).isFalse());
    assertThat(sandbox.calls().latest().stream().flatMap(call -> call.inQuery().stream()))
        .noneMatch(parameter -> parameter.contains("Password"));
  }

  private static ReadSchema lookInto(DatabaseLogin login) {
    return new ReadSchema(
        login,
        List.of(DatabaseSelection.tables("shop", "orders")),
        List.of(new TargetNames("shop", List.of("orders"), false)));
  }

  private static void onPrimary(Sandbox sandbox, String... statements) throws SQLException {
    OwnerLogin owner = sandbox.dataPlane().ownerLogin(Sandbox.SAMPLE_PRIMARY);
    String url = "jdbc:mariadb://" + owner.host() + ":" + owner.port() + "/?sslMode=disable";
    try (Connection connection = DriverManager.getConnection(url, owner.user(), owner.password());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
