package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.NOW;
import static io.rdsrestore.workflows.plan.Facts.PRICE;
import static io.rdsrestore.workflows.plan.Facts.RESTORE_ID;
import static io.rdsrestore.workflows.plan.Facts.orders;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.recovery;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rdsrestore.workflows.activity.AccountFacts;
import io.rdsrestore.workflows.activity.CapacityFacts;
import io.rdsrestore.workflows.activity.DatabaseFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.LoadFacts;
import io.rdsrestore.workflows.activity.ReplicaFacts;
import io.rdsrestore.workflows.activity.SchemaFacts;
import io.rdsrestore.workflows.activity.SourceJob;
import io.rdsrestore.workflows.activity.SourceJobs;
import io.rdsrestore.workflows.activity.StorageFacts;
import io.rdsrestore.workflows.activity.WhitelistFacts;
import io.rdsrestore.workflows.request.CopyRate;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a restore does to the primary and those around it. */
class SurroundingChecksTest {
  private static final long GB = 1L << 30;
  private static final String DBA =
      "\"accounts\": {\"mode\": \"existing\", \"userName\": \"dba\", \"passwordRef\": \"env:DBA\"}";

  /** Used, whole data and chosen (empty: not known) of 100 GB, limit 85 %. */
  @ParameterizedTest
  @CsvSource({
    "20,10,,OK",
    "20,40,,WARNING",
    "60,50,5,OK",
    "60,50,9,WARNING",
    "60,50,13,BLOCKER",
    "85,1,,BLOCKER",
    "20,,,OK",
    "30,,,WARNING"
  })
  void theDiskMustTakeRowsAndBinlog(int used, Integer data, Integer chosen, CheckStatus expected) {
    StorageFacts storage =
        new StorageFacts("rm-1", 100, used * GB, data == null ? null : data * GB, null);
    List<PlanCheck> checks =
        DiskChecks.of(
            capacity(storage, replica(storage, 0L)),
            chosen == null ? null : chosen * GB,
            85,
            Engine.MYSQL);

    assertThat(checks).extracting(PlanCheck::id).containsExactly("disk", "replicas.disk");
    assertThat(checks).extracting(PlanCheck::status).containsOnly(expected);
    assertThat(checks).allMatch(check -> expected == CheckStatus.OK || check.remedy() != null);
  }

  @Test
  void aDiskThatIsNotToldIsNotChecked() {
    StorageFacts unknown = new StorageFacts("rm-1", 100, null, null, "no permission");
    assertThat(DiskChecks.of(capacity(unknown), null, 85, Engine.MYSQL))
        .containsExactly(
            PlanCheck.notChecked("disk", "how full the disk of rm-1 is: no permission"));
  }

  @Test
  void theLoadIsComparedWithLimits() {
    assertThat(load(69L, 49L, CopyRate.unlimited()).status()).isEqualTo(CheckStatus.OK);
    assertThat(load(70L, null, CopyRate.unlimited()).remedy()).contains("maxRowsPerSecond");
    assertThat(load(null, 50L, new CopyRate(10L, null)).remedy()).contains("slowed down already");
    assertThat(load(null, null, CopyRate.unlimited()))
        .isEqualTo(PlanCheck.notChecked("load", "the load of rm-1: no figures"));
  }

  @Test
  void replicasAreNamedWithTheirDelay() {
    StorageFacts storage = new StorageFacts("rr-1", 100, GB, GB, null);
    List<PlanCheck> checks =
        ReplicaChecks.of(
            "rm-1",
            List.of(
                replica(storage, 300L),
                replica(storage, 301L),
                new ReplicaFacts(storage, null, "no data")),
            Duration.ofMinutes(5));

    assertThat(checks)
        .extracting(PlanCheck::status)
        .containsExactly(
            CheckStatus.WARNING, CheckStatus.OK, CheckStatus.WARNING, CheckStatus.NOT_CHECKED);
    assertThat(checks.get(0).message()).contains("rr-1");
    assertThat(ReplicaChecks.of("rm-1", List.of(), Duration.ZERO))
        .containsExactly(PlanCheck.ok("replicas", "rm-1 has no read replicas"));
  }

  @ParameterizedTest
  @CsvSource({"199,false,0,OK", "200,false,0,BLOCKER", "200,true,995,OK", "3,true,996,BLOCKER"})
  void theWhitelistMustTakeOurGroup(int groups, boolean own, int addresses, CheckStatus expected) {
    assertThat(
            WhitelistCheck.of("rm-1", new WhitelistFacts(groups, own, addresses, null), 5).status())
        .isEqualTo(expected);
  }

  @Test
  void consumersAreNamed() {
    SourceJob job = new SourceJob("s1", "to search", "synchronization", "Synchronizing");
    assertThat(SourceJobChecks.of("rm-1", new SourceJobs(List.of(job), 2, "no permission")))
        .extracting(PlanCheck::status, PlanCheck::message)
        .containsExactly(
            tuple(
                CheckStatus.WARNING,
                "DTS jobs read rm-1, and their consumers will see every restored row as new:"
                    + " synchronization s1 (to search, Synchronizing) and 2 more"),
            tuple(CheckStatus.NOT_CHECKED, "no permission"));
    assertThat(SourceJobChecks.of("rm-1", new SourceJobs(List.of(), 0, null)))
        .extracting(PlanCheck::status)
        .containsExactly(CheckStatus.OK);
  }

  @Test
  void anotherMigrationBlocksWhileItWrites() {
    Leftover ours = new Leftover("dts job", "j0", RESTORE_ID, null, "Migrating", null, null);
    Leftover resting = new Leftover("dts job", "j1", null, null, "Suspending", null, null);
    Leftover writing = new Leftover("dts job", "j2", null, null, "Migrating", null, null);

    assertThat(MigrationChecks.of("rm-1", List.of(ours)).status()).isEqualTo(CheckStatus.OK);
    assertThat(MigrationChecks.of("rm-1", List.of(resting)).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(MigrationChecks.of("rm-1", List.of(resting, writing)).status())
        .isEqualTo(CheckStatus.BLOCKER);
    assertThat(Planner.plan(inputs(orders(), primary(), List.of(writing), null)).blockers())
        .extracting(PlanCheck::id)
        .containsExactly("migration.other");
  }

  @Test
  void theCostIsComparedWithItsLimit() {
    BigDecimal six = new BigDecimal("6.00");
    assertThat(CostCheck.of(PRICE, six, null, null).status()).isEqualTo(CheckStatus.OK);
    assertThat(CostCheck.of(PRICE, six, six, null).status()).isEqualTo(CheckStatus.OK);
    assertThat(CostCheck.of(PRICE, six, new BigDecimal("5.99"), null).status())
        .isEqualTo(CheckStatus.WARNING);
    PlanCheck blocker = CostCheck.of(PRICE, six, new BigDecimal("1.19"), null);
    assertThat(blocker.status()).isEqualTo(CheckStatus.BLOCKER);
    assertThat(blocker.mendable()).isFalse();
  }

  @Test
  void anUnknownCharacterSetIsAWarning() {
    assertThat(CharsetCheck.of(request("", DatabaseSelection.whole("gone")), primary()).status())
        .isEqualTo(CheckStatus.NOT_CHECKED);
    assertThat(CharsetCheck.of(orders(), withCharset("big5")).status())
        .isEqualTo(CheckStatus.WARNING);
    assertThat(CharsetCheck.of(orders(), withCharset("GBK")).status()).isEqualTo(CheckStatus.OK);
  }

  @ParameterizedTest
  @CsvSource({
    "Normal,ReadWrite,OK",
    "Normal,ReadOnly,BLOCKER",
    "Normal,,BLOCKER",
    "Normal,Custom,NOT_CHECKED",
    "Super,,OK"
  })
  void anExistingAccountNeedsToWriteToItsTarget(
      String type, String privilege, CheckStatus expected) {
    RestoreRequest request =
        request(DBA + ", \"target\": \"original\"", DatabaseSelection.whole("shop"));
    InstanceFacts primary = withAccount(type, privilege);
    List<PlanCheck> checks =
        AccountRights.of(
            inputs(request, primary, List.of(), null),
            List.of(new ObjectTarget("shop", "shop", null)));

    assertThat(checks.get(0).status()).isEqualTo(expected);
    if (expected == CheckStatus.BLOCKER) {
      assertThat(checks.get(0).remedy())
          .startsWith(
              "aliyun rds GrantAccountPrivilege --DBInstanceId rm-primary01 --AccountName dba"
                  + " --DBName shop --AccountPrivilege ReadWrite");
    }
  }

  @Test
  void aNewDatabaseNeedsAGrantForAnExistingAccount() {
    RestoreRequest request = request(DBA, DatabaseSelection.whole("shop"));
    List<PlanCheck> checks =
        AccountRights.of(
            inputs(request, withAccount("Normal", "ReadOnly"), List.of(), null),
            List.of(new ObjectTarget("shop", "shop_new", null)));

    assertThat(checks)
        .extracting(PlanCheck::status)
        .containsExactly(CheckStatus.WARNING, CheckStatus.OK);
  }

  @Test
  void sqlRowsAreAnsweredAtOnceWhereTheWorkerGetsIn() {
    RestoreRequest request =
        request(DBA + ", \"target\": \"original\"", DatabaseSelection.whole("shop"));
    InstanceFacts primary = withAccount("Super", "");
    RestorePlan reached =
        Planner.plan(
            inputs(request, primary, List.of(), Facts.server(Map.of("shop", List.of("orders")))));
    RestorePlan unreached = Planner.plan(inputs(request, primary, List.of(), Facts.unreachable()));

    assertThat(reached.blockers()).extracting(PlanCheck::id).containsExactly("names.conflict");
    assertThat(unreached.blockers()).isEmpty();
    assertThat(unreached.checks())
        .anyMatch(
            check ->
                check.id().equals("database.reachable")
                    && check.status() == CheckStatus.NOT_CHECKED
                    && check.message().contains("connection refused"));
  }

  @Test
  void allThatWasReadHasARow() {
    StorageFacts storage = new StorageFacts("rm-primary01", 100, GB, GB, null);
    PlanInputs usual = inputs(orders(), primary(), List.of(), null);
    RestorePlan plan =
        Planner.plan(
            new PlanInputs(
                usual.request(),
                usual.primary(),
                usual.recovery(),
                usual.purchase(),
                usual.price(),
                List.of(),
                new Surroundings(
                    capacity(storage),
                    new SourceJobs(List.of(), 0, null),
                    List.of("100.104.0.0/26"),
                    null),
                null,
                NOW));

    assertThat(plan.blockers()).isEmpty();
    assertThat(plan.checks())
        .extracting(PlanCheck::id)
        .contains("whitelist", "disk", "replicas", "load", "dts.consumers", "migration.other");
    assertThat(plan.changes()).anyMatch(change -> change.contains("rr_<restore id>"));
  }

  private static PlanInputs inputs(
      RestoreRequest request, InstanceFacts primary, List<Leftover> leftovers, SchemaFacts server) {
    return new PlanInputs(
        request,
        primary,
        recovery(),
        PurchaseChoice.of(request, primary),
        PRICE,
        leftovers,
        new Surroundings(null, null, List.of(), server),
        RESTORE_ID,
        NOW);
  }

  private static CapacityFacts capacity(StorageFacts storage, ReplicaFacts... replicas) {
    return new CapacityFacts(
        storage,
        List.of(replicas),
        new LoadFacts(15, 10L, 1L, null),
        new WhitelistFacts(2, false, 0, null));
  }

  private static ReplicaFacts replica(StorageFacts storage, Long delaySeconds) {
    return new ReplicaFacts(storage, delaySeconds, null);
  }

  private static PlanCheck load(Long cpu, Long sessions, CopyRate rate) {
    return LoadCheck.of("rm-1", new LoadFacts(15, cpu, sessions, "no figures"), rate);
  }

  private static InstanceFacts withAccount(String type, String privilege) {
    return with(
        List.of(
            new AccountFacts(
                "dba",
                type,
                "Available",
                privilege == null ? Map.of() : Map.of("shop", privilege))),
        "utf8mb4");
  }

  private static InstanceFacts withCharset(String charset) {
    return with(List.of(), charset);
  }

  private static InstanceFacts with(List<AccountFacts> accounts, String charset) {
    InstanceFacts usual = primary();
    return new InstanceFacts(
        usual.instance(),
        usual.description(),
        usual.engine(),
        usual.engineVersion(),
        usual.category(),
        usual.type(),
        usual.status(),
        usual.lockMode(),
        usual.lockReason(),
        usual.instanceClass(),
        usual.storageGb(),
        usual.storageType(),
        usual.zoneId(),
        usual.vpcId(),
        usual.vSwitchId(),
        usual.networkType(),
        usual.deletionProtection(),
        usual.readReplicaIds(),
        List.of(new DatabaseFacts("shop", charset, "Running", null)),
        accounts,
        usual.address(),
        null,
        null,
        false);
  }
}
