package io.rdsrestore.workflows.plan;

import static io.rdsrestore.workflows.plan.Facts.NOW;
import static io.rdsrestore.workflows.plan.Facts.POINT;
import static io.rdsrestore.workflows.plan.Facts.PRICE;
import static io.rdsrestore.workflows.plan.Facts.RESTORE_ID;
import static io.rdsrestore.workflows.plan.Facts.WINDOW_BEGIN;
import static io.rdsrestore.workflows.plan.Facts.WINDOW_END;
import static io.rdsrestore.workflows.plan.Facts.backup;
import static io.rdsrestore.workflows.plan.Facts.inputs;
import static io.rdsrestore.workflows.plan.Facts.orders;
import static io.rdsrestore.workflows.plan.Facts.primary;
import static io.rdsrestore.workflows.plan.Facts.recovery;
import static io.rdsrestore.workflows.plan.Facts.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.plan.Facts.Primary;
import io.rdsrestore.workflows.request.DatabaseSelection;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {
  private static PlanCheck leftover(String message) {
    return PlanCheck.warning(
            "leftovers",
            message,
            "see with sweep whether a restore uses it; with --yes sweep removes what none uses")
        .withCommands(List.of("./rds-restore sweep --region cn-hangzhou"));
  }

  private static final String NEAREST =
      "restore the nearest usable backup set: restoreTo {\"backupId\": \"902001\"}, data of"
          + " 2026-11-22T03:05:00Z";

  @Test
  void aHealthyPrimaryHasAPlanWithoutBlockers() {
    RestorePlan plan = Planner.plan(inputs(orders(), primary(), recovery()));

    assertThat(plan.blockers()).isEmpty();
    assertThat(plan.instance())
        .isEqualTo("rm-primary01 (MySQL 5.7, HighAvailability, cn-hangzhou)");
    assertThat(plan.restoreTo()).isEqualTo(RestorePoint.at(POINT));
    assertThat(plan.windowBegin()).isEqualTo(WINDOW_BEGIN);
    assertThat(plan.windowEnd()).isEqualTo(WINDOW_END);
    assertThat(plan.price()).isEqualTo(PRICE);
    assertThat(plan.objects())
        .extracting(ObjectTarget::targetDatabase)
        .containsExactly("shop_restored_202611220815");
    assertThat(plan.checks())
        .containsExactly(
            PlanCheck.ok("engine", "MySQL 5.7, HighAvailability"),
            PlanCheck.ok("instance.state", "rm-primary01 is Running"),
            PlanCheck.ok("instance.lock", "rm-primary01 is not locked"),
            PlanCheck.ok(
                "deletionProtection",
                "deletion protection of the primary is off; a restore never removes a primary,"
                    + " with or without it"),
            PlanCheck.ok(
                "recovery.window",
                "2026-11-22T08:15:00Z is in the recovery window, 2026-11-16T00:00:00Z to"
                    + " 2026-11-23T09:55:00Z"),
            PlanCheck.ok("recovery.logBackup", "log backup is on"),
            PlanCheck.ok(
                "objects.known",
                "database shop is on rm-primary01; its chosen tables are looked up in the clone"),
            PlanCheck.ok(
                "names",
                "database shop goes to database shop_restored_202611220815, which is free on"
                    + " rm-primary01"),
            PlanCheck.ok("charset", "DTS knows the character sets: shop (utf8mb4)"),
            PlanCheck.ok(
                "account", "account rr_abcdefgh23 is made on rm-primary01 and on the clone"),
            PlanCheck.ok(
                "account.rights", "the managed account is given its rights on clone and primary"),
            PlanCheck.ok("account.password", "the managed account's password is set on both ends"),
            PlanCheck.ok("migration.other", "no other DTS migration writes to rm-primary01"),
            PlanCheck.ok("leftovers", "no earlier restore has left a clone or DTS job"),
            PlanCheck.ok(
                "price",
                "the clone costs 1.20 CNY an hour; structure and full migration by DTS are free"),
            PlanCheck.notChecked(
                "notChecked.balance", "no API tells whether the account's balance suffices"),
            PlanCheck.notChecked(
                "notChecked.quota",
                "no API tells whether quota and stock suffice for another instance of this class"),
            PlanCheck.notChecked(
                "notChecked.dtsRole",
                "whether DTS has been given its role AliyunDTSDefaultRole shows in the precheck"),
            PlanCheck.notChecked(
                "notChecked.vSwitch",
                "whether the vSwitch has a free address for the clone shows when it is bought"),
            PlanCheck.ok(
                "cost", "the clone is expected to cost 7.20 CNY; limits.maxCost sets no limit"),
            PlanCheck.notChecked(
                "database.reachable",
                "whether the worker reaches the databases is proved on the primary after approval,"
                    + " before anything is bought; if not, the copy is not compared"));
  }

  @Test
  void theChangesAreSaidInWords() {
    assertThat(
            Planner.plan(
                    inputs(
                        request(
                            "",
                            DatabaseSelection.tables("shop", "orders", "items"),
                            new DatabaseSelection("crm", "crm_old", null)),
                        primary(),
                        recovery()))
                .changes())
        .containsExactly(
            "on rm-primary01: the addresses of DTS and of the worker join whitelist group"
                + " rds_restore; closed at the end",
            "on rm-primary01: account rr_abcdefgh23 is created with read/write rights on the"
                + " chosen and the target databases; removed at the end",
            "on rm-primary01: 2 tables of database shop come back in database"
                + " shop_restored_202611220815, and what has a free place of its own in shop then"
                + " moves there, once verified",
            "on rm-primary01: database crm comes back in database crm_old",
            "bought: a pay-as-you-go clone of rm-primary01 at 2026-11-22T08:15:00Z, with the same"
                + " whitelist group and account; released at the end",
            "bought: a DTS migration job from the clone to rm-primary01 (structure and full"
                + " migration are free); released at the end");
  }

  static Stream<Arguments> instances() {
    Primary usual = Primary.USUAL;
    return Stream.of(
        arguments(
            usual.state("Rebooting", "Unlock", null).facts(),
            PlanCheck.blocker(
                "instance.state",
                "rm-primary01 is Rebooting; a restore needs it Running",
                "wait until it is Running, or start it in the RDS console; then retry")),
        arguments(
            usual.state("Running", "LockByDiskQuota", "disk full").facts(),
            PlanCheck.blocker(
                "instance.lock",
                "rm-primary01 is locked (RDS: LockMode LockByDiskQuota: disk full)",
                "its disk is full: enlarge its storage; then retry")),
        arguments(
            usual.state("Running", "LockByExpiration", null).facts(),
            PlanCheck.blocker(
                "instance.lock",
                "rm-primary01 is locked (RDS: LockMode LockByExpiration)",
                "it has expired: renew it; then retry")),
        arguments(
            usual.state("Running", "LockByRestoration", " ").facts(),
            PlanCheck.blocker(
                "instance.lock",
                "rm-primary01 is locked (RDS: LockMode LockByRestoration)",
                "a roll-back is going on: wait for its end; then retry")),
        arguments(
            usual.state("Running", "ManualLock", null).facts(),
            PlanCheck.blocker(
                "instance.lock",
                "rm-primary01 is locked (RDS: LockMode ManualLock)",
                "somebody locked it: have it unlocked; then retry")),
        arguments(
            usual.state("Running", "LockReadInstanceByDiskQuota", null).facts(),
            PlanCheck.blocker(
                "instance.lock",
                "rm-primary01 is locked (RDS: LockMode LockReadInstanceByDiskQuota)",
                "find the reason in the RDS console and have it unlocked; then retry")),
        arguments(
            usual.facts(true),
            PlanCheck.ok(
                "deletionProtection",
                "deletion protection of the primary is on and stays on; the clone is made"
                    + " without")),
        arguments(
            usual.account("rr_abcdefgh23", "Available").facts(),
            PlanCheck.warning(
                "account",
                "account rr_abcdefgh23 is on rm-primary01 already; it carries this restore's name,"
                    + " so its password is set again",
                "nothing to do, unless a person uses it")));
  }

  @ParameterizedTest
  @MethodSource("instances")
  void thePrimaryIsLookedAt(InstanceFacts primary, PlanCheck check) {
    assertThat(Planner.plan(inputs(orders(), primary, recovery())).checks()).contains(check);
  }

  static Stream<Arguments> times() {
    return Stream.of(
        arguments(
            "2026-11-15T23:59:59Z",
            recovery(),
            PlanCheck.refusal(
                "recovery.window",
                "2026-11-15T23:59:59Z is before the recovery window of rm-primary01,"
                    + " 2026-11-16T00:00:00Z to 2026-11-23T09:55:00Z",
                "choose an instant inside it, or " + NEAREST)),
        arguments(
            "2026-11-23T09:59:00Z",
            recovery(),
            PlanCheck.warning(
                "recovery.window",
                "2026-11-23T09:59:00Z is not yet in the recovery window of rm-primary01,"
                    + " 2026-11-16T00:00:00Z to 2026-11-23T09:55:00Z; the restore waits for it",
                "nothing to do: logs are uploaded with some delay")),
        arguments(
            "2026-11-22T08:15:00Z",
            recovery(true, null, null, null, null, null),
            PlanCheck.blocker(
                "recovery.window",
                "RDS names no recovery window for rm-primary01, so no instant can be restored",
                "retry later, or choose another backup set as restoreTo.backupId (aliyun rds"
                    + " DescribeBackups lists them)")),
        arguments(
            "2026-11-22T08:15:00Z",
            recovery(false, WINDOW_BEGIN, WINDOW_END, null, backup("902001", "Success"), null),
            PlanCheck.blocker(
                "recovery.logBackup",
                "log backup of rm-primary01 is off; an instant needs it although"
                    + " 2026-11-22T08:15:00Z is in the recovery window",
                "turn it on (aliyun rds ModifyBackupPolicy --DBInstanceId rm-primary01"
                    + " --BackupPolicyMode LogBackupPolicy --EnableBackupLog 1) and retry, or "
                    + NEAREST)),
        arguments(
            "2026-11-23T09:59:00Z",
            recovery(false, WINDOW_BEGIN, WINDOW_END, null, backup("902001", "Success"), null),
            PlanCheck.refusal(
                "recovery.logBackup",
                "log backup of rm-primary01 is off; an instant needs it, and turning it on does not"
                    + " bring back the logs of 2026-11-23T09:59:00Z",
                NEAREST)));
  }

  @ParameterizedTest
  @MethodSource("times")
  void theInstantMustBeRestorable(String time, RecoveryFacts recovery, PlanCheck check) {
    RestoreRequest request =
        request(
            RestorePoint.at(Instant.parse(time)), "", DatabaseSelection.tables("shop", "orders"));

    assertThat(Planner.plan(inputs(request, primary(), recovery)).checks()).contains(check);
  }

  @Test
  void I9_anInstantThatTheWindowHasNotReachedIsWaitedFor() {
    RestoreRequest late =
        request(RestorePoint.at(WINDOW_END.plusSeconds(1)), "", DatabaseSelection.whole("shop"));
    RestoreRequest last = request(RestorePoint.at(WINDOW_END), "", DatabaseSelection.whole("shop"));
    RestorePlan waits = Planner.plan(inputs(late, primary(), recovery()));

    assertThat(Planner.mustWaitForWindow(waits)).isTrue();
    assertThat(waits.blockers()).isEmpty();
    assertThat(Planner.mustWaitForWindow(Planner.plan(inputs(last, primary(), recovery()))))
        .isFalse();
  }

  static Stream<Arguments> backups() {
    return Stream.of(
        arguments(
            recovery(true, WINDOW_BEGIN, WINDOW_END, backup("1", "Success"), null, null),
            PlanCheck.ok(
                "backup.set", "backup set 1 can be restored; its data is of 2026-11-22T03:05:00Z")),
        arguments(
            recovery(
                true,
                WINDOW_BEGIN,
                WINDOW_END,
                backup("1", "Failed"),
                backup("902001", "Success"),
                null),
            PlanCheck.refusal(
                "backup.set",
                "backup set 1 of rm-primary01 cannot be restored: BackupStatus Failed, BackupType"
                    + " FullBackup, available",
                NEAREST)),
        arguments(
            recovery(),
            PlanCheck.refusal(
                "backup.set", "backup set 1 is not among those of rm-primary01", NEAREST)));
  }

  @ParameterizedTest
  @MethodSource("backups")
  void theBackupSetMustBeUsable(RecoveryFacts recovery, PlanCheck check) {
    RestoreRequest request =
        request(RestorePoint.backup("1"), "", DatabaseSelection.tables("shop", "orders"));
    RestorePlan plan = Planner.plan(inputs(request, primary(), recovery));

    assertThat(plan.checks()).contains(check);
    assertThat(plan.checks()).extracting(PlanCheck::id).doesNotContain("recovery.window");
    assertThat(plan.windowEnd()).isNull();
    assertThat(Planner.mustWaitForWindow(plan)).isFalse();
  }

  @Test
  void theInstantOfABackupSetNamesTheDatabaseBeside() {
    RestoreRequest request =
        request(
            RestorePoint.backup("1"),
            "\"target\": \"sideBySide\"",
            DatabaseSelection.whole("shop"));
    RecoveryFacts recovery = recovery(true, null, null, backup("1", "Success"), null, null);

    assertThat(Planner.plan(inputs(request, primary(), recovery)).objects())
        .containsExactly(new ObjectTarget("shop", "shop_restored_202611220305", null));
    assertThat(Planner.restorePoint(request.restoreTo(), null)).isEmpty();
  }

  static Stream<Arguments> objects() {
    return Stream.of(
        arguments(
            Facts.contents(Map.of("SHOP", List.of("Orders", "items"))),
            DatabaseSelection.tables("shop", "orders"),
            PlanCheck.ok("objects.known", "all that is chosen of database shop is in the backup")),
        arguments(
            Facts.contents(Map.of("shop", List.of("items"))),
            DatabaseSelection.tables("shop", "orders", "items", "lines"),
            PlanCheck.warning(
                "objects.known",
                "RDS's list for 2026-11-22T08:15:00Z does not name shop.orders, shop.lines; only"
                    + " what was made after the backup before that may be in the clone all the same",
                "check the names before you approve: the clone is bought in any case")),
        arguments(
            Facts.contents(Map.of()),
            DatabaseSelection.whole("gone"),
            PlanCheck.warning(
                "objects.known",
                "database gone is neither on rm-primary01 nor in RDS's list for"
                    + " 2026-11-22T08:15:00Z; only one that was made after the backup before that"
                    + " may be in the clone all the same",
                "check its name before you approve: the clone is bought in any case")),
        arguments(
            recovery(),
            DatabaseSelection.whole("gone"),
            PlanCheck.warning(
                "objects.known",
                "database gone is not on rm-primary01, and RDS lists no contents of the backup;"
                    + " only the clone shows whether it holds it",
                "check its name before you approve: the clone is bought in any case")));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void theObjectsMustBeKnownSomewhere(
      RecoveryFacts recovery, DatabaseSelection selection, PlanCheck check) {
    assertThat(Planner.plan(inputs(request("", selection), primary(), recovery)).checks())
        .contains(check);
  }

  static Stream<Arguments> objectsOfABackup() {
    return Stream.of(
        arguments(
            Facts.contents(Map.of("shop", List.of("items"))),
            DatabaseSelection.tables("shop", "orders", "items", "lines"),
            PlanCheck.refusal(
                "objects.known",
                "the backup for %s does not hold shop.orders, shop.lines"
                    .formatted(RestorePoint.backup("1").describe()),
                "check the names, or choose a restore point at which they exist")),
        arguments(
            Facts.contents(Map.of()),
            DatabaseSelection.whole("gone"),
            PlanCheck.refusal(
                "objects.known",
                "database gone is neither on rm-primary01 nor in the backup",
                "check its name; for one that was dropped choose a restore point before that")));
  }

  @ParameterizedTest
  @MethodSource("objectsOfABackup")
  void whatABackupSetLacksIsRefused(
      RecoveryFacts recovery, DatabaseSelection selection, PlanCheck check) {
    RestoreRequest request =
        request(RestorePoint.backup("1"), "\"target\": \"sideBySide\"", selection);

    assertThat(Planner.plan(inputs(request, primary(), recovery)).checks()).contains(check);
  }

  @Test
  void namesThatAreFixedAreSaid() {
    RestoreRequest request =
        request(
            "\"target\": \"original\"",
            DatabaseSelection.whole("shop"),
            DatabaseSelection.whole("gone"),
            DatabaseSelection.whole("my shop"));

    assertThat(Planner.plan(inputs(request, primary(), recovery())).checks())
        .contains(
            PlanCheck.notChecked(
                "names",
                "database shop goes to database shop, which is on rm-primary01; whether the chosen"
                    + " names are free in it, SQL tells before the clone is bought"),
            PlanCheck.ok(
                "names", "database gone goes to database gone, which is free on rm-primary01"),
            PlanCheck.blocker(
                "names",
                "database my shop is not on rm-primary01, and RDS and DTS create only names of"
                    + " letters, digits, _ and -",
                "create it by SQL and retry, or start again with another name as objects[].as"));
  }

  @Test
  void moreThanAThousandRenamedTablesAreRefused() {
    String[] tables = IntStream.range(0, 1001).mapToObj(i -> "t" + i).toArray(String[]::new);
    PlanCheck refusal =
        PlanCheck.refusal(
            "names.renamed",
            "1001 chosen tables land under another name; DTS takes at most 1,000 a job",
            "choose the whole database, or restore the tables in several runs");
    DatabaseSelection selection = DatabaseSelection.tables("shop", tables);

    assertThat(
            Planner.plan(
                    inputs(request("\"target\": \"sideBySide\"", selection), primary(), recovery()))
                .checks())
        .contains(refusal);
    assertThat(
            Planner.plan(
                    inputs(request("\"target\": \"original\"", selection), primary(), recovery()))
                .checks())
        .doesNotContain(refusal);
  }

  @Test
  void whatKeepExistingDoesIsSaid() {
    RestoreRequest request =
        request("\"onConflict\": \"keepExisting\"", DatabaseSelection.whole("shop"));

    assertThat(Planner.plan(inputs(request, primary(), recovery())).checks())
        .contains(
            PlanCheck.warning(
                "onConflict",
                "keepExisting: rows whose key is on the primary stay as they are there; it repairs"
                    + " deletes, never updates, and a table without a key gets its rows twice",
                "for updated rows choose target sideBySide and onConflict ask"),
            PlanCheck.warning(
                "onConflict",
                "keepExisting fills no existing tables of shop: target auto sends them beside where"
                    + " their names are taken",
                "choose target original to fill existing tables"));
  }

  static Stream<Arguments> accounts() {
    return Stream.of(
        arguments(
            Primary.USUAL,
            PlanCheck.blocker(
                "account",
                "account dba is not on rm-primary01",
                "create it with read/write rights on the target databases and retry, or start again"
                    + " with accounts {\"mode\": \"managed\"}")),
        arguments(
            Primary.USUAL.account("dba", "Available"),
            PlanCheck.ok(
                "account",
                "account dba is on rm-primary01; the clone has the accounts and passwords of the"
                    + " restore point")),
        arguments(
            Primary.USUAL.account("dba", "Unavailable"),
            PlanCheck.warning(
                "account",
                "account dba of rm-primary01 is Unavailable",
                "see that it is Available before the precheck")));
  }

  @ParameterizedTest
  @MethodSource("accounts")
  void anExistingAccountMustBeOnThePrimary(Primary primary, PlanCheck check) {
    RestoreRequest request =
        request(
            """
            "accounts": {"mode": "existing", "source": {"userName": "old", "passwordRef": "env:OLD"},
              "target": {"userName": "dba", "passwordRef": "env:DBA"}}
            """,
            DatabaseSelection.whole("shop"));
    RestorePlan plan = Planner.plan(inputs(request, primary.facts(), recovery()));

    assertThat(plan.checks()).contains(check);
    assertThat(plan.changes()).noneMatch(change -> change.contains("rr_"));
  }

  @Test
  void aCloneThatIsKeptIsARowOfThePlanWithWhatThatCosts() {
    RestoreRequest request =
        request("\"clone\": {\"keepFor\": \"PT90M\"}", DatabaseSelection.whole("shop"));
    RestorePlan plan = Planner.plan(inputs(request, primary(), recovery()));
    assertThat(plan.checks())
        .contains(
            PlanCheck.ok(
                "keep",
                "the clone outlives the restore by PT1H30M and then goes: about %s %s more; extend and abort change that"
                    .formatted(
                        plan.price().perHour().multiply(BigDecimal.valueOf(2)).toPlainString(),
                        plan.price().currency())));
    assertThat(Planner.plan(inputs(orders(), primary(), recovery())).checks())
        .extracting(PlanCheck::id)
        .doesNotContain("keep");
  }

  @Test
  void I3_whatOtherRestoresLeftIsShownWithTheCommandThatRemovesIt() {
    PlanInputs usual = inputs(orders(), primary(), recovery());
    List<Leftover> leftovers =
        List.of(
            new Leftover(
                "clone", "rm-clone7", "zzzzzzzz22", "2026-11-20T00:00:00Z", null, null, null),
            new Leftover("dts job", "dtsj7", "zzzzzzzz22", null, "Migrating", null, null),
            new Leftover(
                "clone",
                "rm-kept",
                "yyyyyyyy22",
                "2026-11-30T00:00:00Z",
                null,
                "restore-keep/yyyyyyyy22",
                null),
            new Leftover(
                "clone",
                "rm-wanted",
                "xxxxxxxx22",
                "2026-11-30T00:00:00Z",
                null,
                "ana",
                "2026-11-23T10:00:00Z"),
            new Leftover(
                "clone",
                "rm-over",
                "wwwwwwww22",
                "2026-11-20T00:00:00Z",
                null,
                "restore-keep/wwwwwwww22",
                null),
            new Leftover("clone", "rm-own", RESTORE_ID, null, null, null, null));
    RestorePlan plan =
        Planner.plan(
            new PlanInputs(
                usual.request(),
                usual.primary(),
                usual.recovery(),
                usual.purchase(),
                usual.price(),
                leftovers,
                Surroundings.unknown(),
                RESTORE_ID,
                NOW));

    assertThat(plan.checks().stream().filter(check -> check.id().equals("leftovers")))
        .containsExactly(
            leftover(
                "clone rm-clone7 of restore zzzzzzzz22 is still there, meant to be gone by"
                    + " 2026-11-20T00:00:00Z; it costs money and is not reused"),
            leftover(
                "dts job dtsj7 of restore zzzzzzzz22 is still there; it costs money and is not"
                    + " reused"),
            PlanCheck.ok(
                "leftovers",
                "clone rm-kept of restore yyyyyyyy22 is kept until 2026-11-30T00:00:00Z, by"
                    + " restore-keep/yyyyyyyy22, and is not reused"),
            PlanCheck.ok(
                "leftovers",
                "clone rm-wanted of restore xxxxxxxx22 is kept by ana since 2026-11-23T10:00:00Z,"
                    + " without an end; it costs money and is not reused"),
            leftover(
                "clone rm-over of restore wwwwwwww22 is still there, meant to be gone by"
                    + " 2026-11-20T00:00:00Z; it costs money and is not reused"));
  }

  /** Beside a restore that runs {@code ./rds-restore plan} sees that restore's clone. */
  @Test
  void whoPlansBesideARestoreIsGivenNoCommandThatDeletesItsClone() {
    PlanInputs usual = inputs(orders(), primary(), recovery());
    RestorePlan plan =
        Planner.plan(
            new PlanInputs(
                usual.request(),
                usual.primary(),
                usual.recovery(),
                usual.purchase(),
                usual.price(),
                List.of(new Leftover("clone", "rm-live", "zzzzzzzz22", null, null, null, null)),
                Surroundings.unknown(),
                null,
                NOW));
    assertThat(plan.checks())
        .contains(
            leftover(
                "clone rm-live of restore zzzzzzzz22 is there, which runs or has ended without cleaning up; it costs money and is not reused"));
    assertThat(plan.checks().toString()).doesNotContain("DeleteDBInstance");
  }

  @Test
  void whatWasNotReadBecauseOfARefusalIsNotChecked() {
    InstanceFacts primary = Primary.USUAL.type("Readonly").facts();
    RestorePlan plan =
        Planner.plan(
            new PlanInputs(
                orders(),
                primary,
                null,
                null,
                null,
                List.of(),
                Surroundings.unknown(),
                RESTORE_ID,
                NOW));

    assertThat(plan.blockers()).extracting(PlanCheck::id).containsExactly("engine");
    assertThat(plan.checks())
        .contains(
            PlanCheck.notChecked("price", "not asked, because an earlier check stops the plan"));
  }

  @Test
  void aPurchaseThatCannotBeIsRefused() {
    RestoreRequest disk =
        request("\"clone\": {\"storageType\": \"cloud_essd\"}", DatabaseSelection.whole("shop"));
    RestoreRequest zone =
        request("\"clone\": {\"zone\": \"cn-hangzhou-i\"}", DatabaseSelection.whole("shop"));

    assertThat(Planner.plan(inputs(disk, primary(), recovery())).blockers())
        .containsExactly(
            PlanCheck.refusal(
                "purchase",
                "an instance on local disks (local_ssd) cannot be cloned to cloud_essd",
                "leave out clone.storageType"));
    assertThat(Planner.plan(inputs(zone, primary(), recovery())).blockers())
        .containsExactly(
            PlanCheck.refusal(
                "purchase",
                "the clone needs a vSwitch in zone cn-hangzhou-i; that of the primary is in"
                    + " cn-hangzhou-b",
                "name one of zone cn-hangzhou-i as clone.vSwitch, or leave out clone.zone"));
  }

  @Test
  void theCloneIsBoughtLikeItsPrimaryUnlessWishedOtherwise() {
    RestoreRequest wish =
        request(
            "\"clone\": {\"class\": \"mysql.n1\", \"zone\": \"cn-hangzhou-i\", \"vSwitch\": \"vsw-9\"}",
            DatabaseSelection.whole("shop"));

    assertThat(PurchaseChoice.of(orders(), primary()))
        .isEqualTo(
            new PurchaseConfiguration(
                "mysql.x4",
                100,
                "local_ssd",
                "cn-hangzhou-b",
                "vpc-1",
                "vsw-1",
                "VPC",
                "Postpaid",
                "small",
                "PostPaid"));
    assertThat(PurchaseChoice.of(wish, primary()))
        .isEqualTo(
            new PurchaseConfiguration(
                "mysql.n1",
                100,
                "local_ssd",
                "cn-hangzhou-i",
                "vpc-1",
                "vsw-9",
                "VPC",
                "Postpaid",
                "small",
                "PostPaid"));
  }

  @Test
  void theHashIsOfWhatIsApprovedAndOfNothingElse() {
    PurchaseConfiguration purchase = PurchaseChoice.of(orders(), primary());
    String hash = PlanHash.of(orders(), purchase, PRICE);

    assertThat(hash).matches("[0-9a-f]{12}");
    assertThat(PlanHash.of(orders(), purchase, new Price(new BigDecimal("1.2"), "CNY")))
        .isEqualTo(hash);
    assertThat(
            PlanHash.of(
                request("\"verify\": \"none\"", DatabaseSelection.tables("shop", "orders")),
                purchase,
                PRICE))
        .isEqualTo(hash);
    assertThat(
            Stream.of(
                PlanHash.of(orders(), purchase, new Price(new BigDecimal("1.21"), "CNY")),
                PlanHash.of(orders(), purchase, new Price(new BigDecimal("1.2"), "USD")),
                PlanHash.of(orders(), null, PRICE),
                changed("\"target\": \"original\""),
                changed("\"onConflict\": \"keepExisting\""),
                changed("\"migrate\": [\"structure\"]"),
                changed(
                    "\"accounts\": {\"mode\": \"existing\", \"userName\": \"a\", \"passwordRef\": \"env:A\"}"),
                PlanHash.of(
                    request("", DatabaseSelection.tables("shop", "items")), purchase, PRICE),
                PlanHash.of(
                    request(
                        RestorePoint.at(POINT.plusSeconds(1)),
                        "",
                        DatabaseSelection.tables("shop", "orders")),
                    purchase,
                    PRICE)))
        .doesNotHaveDuplicates()
        .doesNotContain(hash);
  }

  private static String changed(String field) {
    RestoreRequest request = request(field, DatabaseSelection.tables("shop", "orders"));
    return PlanHash.of(request, PurchaseChoice.of(request, primary()), PRICE);
  }

  @Test
  void aPlanTakesNewerTargetsAndRows() {
    RestorePlan plan = Planner.plan(inputs(orders(), primary(), recovery()));
    List<ObjectTarget> decided = List.of(plan.objects().get(0).decided("shop"));
    PlanCheck reached = PlanCheck.ok("database.reachable", "reached");
    RestorePlan newer = plan.withObjects(decided).withChecks(List.of(reached));

    assertThat(newer.hash()).isEqualTo(plan.hash());
    assertThat(newer.objects()).isEqualTo(decided);
    assertThat(newer.checks().stream().filter(check -> check.id().equals("database.reachable")))
        .containsExactly(reached);
    assertThat(newer.checks()).hasSameSizeAs(plan.checks());
  }
}
