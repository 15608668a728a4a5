package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.dts.model.v20200101.DeleteDtsJobRequest;
import com.aliyuncs.dts.model.v20200101.SuspendDtsJobRequest;
import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import com.aliyuncs.rds.model.v20140815.ModifyDBInstanceDeletionProtectionRequest;
import com.aliyuncs.rds.model.v20140815.ModifySecurityIpsRequest;
import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.scenario.ActivityHook.Side;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Choice;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad days: each ends at a gate with commands, or in a report that says what is left. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class TroubleTest {
  @Parameter PrimaryKind kind;

  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);

  @Test
  void aWhitelistThatIsRefusedIsAskedAboutAndPassesOnRetry() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("ModifySecurityIps", "Forbidden.RAM", 403, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason())
          .contains("whitelist group on the primary")
          .contains("Forbidden.RAM");
      rehearsal.assertBought(0, 0);
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
    }
  }

  @Test
  void anAccountOfOurNameThatIsThereAlreadyIsTakenOver() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      String account =
          RestoreMark.accountName(
              rehearsal.until("the plan", s -> s.waitingFor() != null).restoreId());
      var create = new com.aliyuncs.rds.model.v20140815.CreateAccountRequest();
      create.setDBInstanceId(PRIMARY);
      create.setAccountName(account);
      create.setAccountPassword("Somebody-e1se");
      rehearsal.somebody(create);
      rehearsal.sleep(TWO_MINUTES);
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
    }
  }

  @Test
  void I6_aCloneThatIsGoneBeforeTheComparisonIsToldSoon() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal
          .hook()
          .once(
              "CompareTables",
              () -> {
                var delete = new DeleteDBInstanceRequest();
                delete.setDBInstanceId(rehearsal.bought("clone").get(0).id());
                rehearsal.somebody(delete);
              });
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.VERIFYING);
      Instant began = rehearsal.now();
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).contains("Could not compare").contains("cannot connect");
      assertThat(Duration.between(began, rehearsal.now())).isLessThan(Duration.ofMinutes(30));
      rehearsal.answer("approve", "failure-1");
      assertThat(rehearsal.completed().verification().verdict())
          .isEqualTo(VerificationSummary.NOT_VERIFIED);
    }
  }

  @Test
  void aCloneThatSomebodyDeletesIsReplacedByOneOfTheSameInstant() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal
          .hook()
          .once(
              "EnsureJob",
              () -> {
                var delete = new DeleteDBInstanceRequest();
                delete.setDBInstanceId(rehearsal.bought("clone").get(0).id());
                rehearsal.somebody(delete);
              });
      Map<String, Object> wanted = unattended(request(rehearsal.lose("orders")));
      rehearsal.start(wanted);
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.items().get(0).remedy())
          .contains(rehearsal.bought("clone").get(0).id() + " is still there")
          .contains("changeRestorePoint, also to the same instant, buys another");
      rehearsal.decide(
          with(decision("changeRestorePoint", "failure-1"), "restoreTo", wanted.get("restoreTo")));
      rehearsal.completed();
      rehearsal.assertBought(2, 1);
      rehearsal.assertNothingLeft();
    }
  }

  @Test
  void aCloneThatStaysCreatingIsAskedAboutAndWaitedForAgain() {
    SandboxTimings slow =
        new SandboxTimings(
            Duration.ofHours(3),
            TWO_MINUTES,
            TWO_MINUTES,
            Duration.ZERO,
            Duration.ZERO,
            TWO_MINUTES);
    try (Rehearsal rehearsal = Rehearsal.begin(kind, slow)) {
      rehearsal.start(
          with(
              unattended(request(rehearsal.lose("orders"))),
              "limits",
              Map.of("cloneWait", "PT2H")));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).contains("wait for the clone").contains("is Creating");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aCloneThatIsStillBeingMadeAtAnAbortIsDeletedOnceItRunsWithoutAskingAnybody() {
    SandboxTimings slow =
        new SandboxTimings(
            Duration.ofHours(3),
            TWO_MINUTES,
            TWO_MINUTES,
            Duration.ZERO,
            Duration.ZERO,
            TWO_MINUTES);
    try (Rehearsal rehearsal = Rehearsal.begin(kind, slow)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.until("the clone", status -> status.cloneStatus() != null);
      rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
      RestoreReport report = rehearsal.aborted();
      assertThat(report.left()).isEmpty();
      assertThat(Duration.between(report.startedAt(), report.endedAt()))
          .isLessThan(Duration.ofHours(4));
    }
  }

  @Test
  void aCloneWithTheDamageIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.lose("items");
      rehearsal.tables().undamaged.add("shop.customers");
      rehearsal.start(
          with(
              with(
                  unattended(request(rehearsal.lose("orders"))),
                  "objects",
                  List.of(Map.of("database", "shop", "tables", List.of("customers")))),
              "target",
              "sideBySide"));
      Gate gate = rehearsal.gate("restorePoint-1");
      assertThat(gate.items())
          .singleElement()
          .extracting(GateItem::message)
          .asString()
          .contains("holds the same 100 rows");
      rehearsal.answer("approve", "restorePoint-1");
      rehearsal.completed();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ConfigureDtsJob",
        "CreateDtsInstance",
        "StartDtsJob",
      })
  void aRefusalOfDtsBySuccessFalseIsAskedAbout(String action) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(
          new FaultRule(
              action, null, FaultRule.Effect.successFalse, "Forbidden.RAM", null, null, null));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).contains(action).contains("Forbidden.RAM");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CloneDBInstance", "ConfigureDtsJob", "CreateDtsInstance", "StartDtsJob"})
  void I1_aLostAnswerBuysNothingTwice(String action) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.lostAnswer(action));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aRefusedPurchaseCanBeAbortedAtOnceAndLeavesNothing() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("CloneDBInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).contains("buy the clone").contains("InsufficientBalance");
      assertThat(gate.items().get(0).remedy()).contains("balance");
      Instant asked = rehearsal.now();
      rehearsal.answer("abort", "failure-1");
      RestoreReport report = rehearsal.aborted();
      rehearsal.assertBought(0, 0);
      assertThat(report.endedAt()).isBefore(asked.plus(TWO_MINUTES));
    }
  }

  @Test
  void aPrecheckThatFailsFiveTimesOnDifferentItemsPassesInTheEnd() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      before(
          rehearsal, "EnsureJob", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(
          with(
              with(unattended(request(rehearsal.lose("orders"))), "target", "original"),
              "autoRepair",
              "none"));
      assertFails(rehearsal, 1, "CHECK_SAME_OBJ");

      rehearsal.memory().dropTable(PRIMARY, "shop", "orders");
      String addresses = rehearsal.whitelistGroup();
      cover(rehearsal, PRIMARY, "127.0.0.1");
      rehearsal.answer("retry", "precheck-1");
      assertFails(rehearsal, 2, "CHECK_CONN_DEST");

      cover(rehearsal, PRIMARY, addresses);
      String clone = rehearsal.status().cloneStatus().instanceId();
      String account = RestoreMark.accountName(rehearsal.status().restoreId());
      rehearsal.memory().grant(clone, account, "shop", "DMLOnly");
      rehearsal.answer("retry", "precheck-2");
      assertFails(rehearsal, 3, "CHECK_AUTH_SRC");

      rehearsal.memory().grant(clone, account, "shop", kind.reads());
      rehearsal.memory().grant(PRIMARY, account, "shop", "ReadOnly");
      rehearsal.answer("retry", "precheck-3");
      assertFails(rehearsal, 4, "CHECK_AUTH_DEST");

      rehearsal.memory().createTable(PRIMARY, "shop", "orders");
      rehearsal.decide(
          with(
              decision("retry", "precheck-4"),
              "accounts",
              Map.of(
                  "mode",
                  "existing",
                  "userName",
                  Rehearsal.APP_ACCOUNT,
                  "passwordRef",
                  "env:APP_PASSWORD")));
      assertFails(rehearsal, 5, "CHECK_SAME_OBJ");

      assertThat(
              rehearsal.rejected(
                  with(
                      decision("skipPrecheckItems", "precheck-5"),
                      "items",
                      List.of("CHECK_CONN_SRC"))))
          .contains("cannot be skipped here");
      Map<String, Object> skip =
          with(decision("skipPrecheckItems", "precheck-5"), "items", List.of("CHECK_SAME_OBJ"));
      assertThat(rehearsal.rejected(skip)).contains("must acknowledge what it means");
      rehearsal.decide(with(skip, "acknowledge", List.of("existingRowsStay")));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  private static void assertFails(Rehearsal rehearsal, int time, String item) {
    Gate gate = rehearsal.gate("precheck-" + time);
    assertThat(gate.items()).extracting(GateItem::name).containsExactly(item);
    assertThat(gate.items().get(0).remedy()).isNotBlank();
  }

  private static void cover(Rehearsal rehearsal, String instance, String addresses) {
    ModifySecurityIpsRequest request = new ModifySecurityIpsRequest();
    request.setDBInstanceId(instance);
    request.setDBInstanceIPArrayName(RestoreMark.WHITELIST_GROUP);
    request.setModifyMode("Cover");
    request.setSecurityIps(addresses);
    rehearsal.somebody(request);
  }

  /** Does something once, when an activity begins. */
  private static void before(Rehearsal rehearsal, String activity, Runnable deed) {
    rehearsal
        .hook()
        .listen(
            (name, side) -> {
              if (name.equals(activity) && side == Side.BEFORE) {
                deed.run();
              }
            });
  }

  @Test
  void aPassedPrecheckMayRestBeforeItCopies() {
    try (Rehearsal rehearsal =
        Rehearsal.begin(
            kind,
            SandboxVariants.defaults()
                .with(Variant.restsInPreCheckPass, true)
                .with(Variant.dtsRefusesBySuccessFalse, true))) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aCopyThatFailsHalfWayGoesOnAfterRetry() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items())
          .contains("The copy by DTS job")
          .contains("disk is full");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  /** Found by a seed: it rested for ever. */
  @Test
  void I9_aJobThatRestsAfterItsPrecheckWasReadAsPassedIsStarted() {
    try (Rehearsal rehearsal =
        Rehearsal.begin(kind, SandboxVariants.defaults().with(Variant.restsInPreCheckPass, true))) {
      rehearsal
          .hook()
          .once(
              "AwaitPrecheck",
              () -> rehearsal.fault(FaultRule.flap("DescribeDtsJobDetail", "Migrating")));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      RestoreStatus status =
          rehearsal.until("the end, or a gate", s -> s.waitingFor() != null || s.phase().isEnd());
      assertThat(status.waitingFor()).isNull();
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.calls("StartDtsJob")).isEqualTo(2);
    }
  }

  @Test
  void I1_aJobThatIsThereAgainIsNotBoughtAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal
          .hook()
          .once(
              "AwaitMigration",
              () -> {
                for (String look : List.of("DescribeDtsJobs", "DescribeDtsJobDetail")) {
                  rehearsal.fault(
                      new FaultRule(look, null, FaultRule.Effect.flap, "NotFound", null, 2, null));
                }
              });
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      assertThat(rehearsal.gate("failure-1").reason()).contains("is not there any more");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void I4_aCopyThatFailedIsReleasedBeforeTheCloneAndWhatItLeftIsReported() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(
          new FaultRule(
              "DtsCopy",
              FaultRule.When.afterCommit,
              FaultRule.Effect.error,
              "DTS-1020042 disk is full",
              null,
              null,
              null));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      rehearsal.gate("failure-1");
      rehearsal.answer("abort", "failure-1");
      RestoreReport report = rehearsal.aborted();
      assertThat(rehearsal.bought("dts").get(0).releasedAt())
          .isBeforeOrEqualTo(rehearsal.bought("clone").get(0).releasedAt());
      assertThat(report.left())
          .singleElement()
          .satisfies(left -> assertThat(left.what()).contains("DTS may have copied"));
    }
  }

  @Test
  void aJobThatSomebodyReleasedIsBoughtAgainOnlyAfterADecision() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      rehearsal.phase(RestorePhase.MIGRATING);
      RestoreStatus status = rehearsal.status();
      DeleteDtsJobRequest delete = new DeleteDtsJobRequest();
      delete.setDtsJobId(status.task().jobId());
      delete.setDtsInstanceId(status.task().dtsInstanceId());
      rehearsal.somebody(delete);
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason()).contains("is not there any more");
      rehearsal.assertBought(1, 1);
      rehearsal.memory().dropTable(PRIMARY, "shop", "orders");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 2);
    }
  }

  @Test
  void aJobThatSomebodyPausedIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      RestoreStatus status = rehearsal.status();
      SuspendDtsJobRequest suspend = new SuspendDtsJobRequest();
      suspend.setDtsJobId(status.task().jobId());
      suspend.setDtsInstanceId(status.task().dtsInstanceId());
      rehearsal.somebody(suspend);
      assertThat(rehearsal.gate("failure-1").reason()).contains("Somebody has paused DTS job");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aCloneThatSomebodyProtectedIsLeftAndReported() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      String clone = rehearsal.status().cloneStatus().instanceId();
      ModifyDBInstanceDeletionProtectionRequest protect =
          new ModifyDBInstanceDeletionProtectionRequest();
      protect.setDBInstanceId(clone);
      protect.setDeletionProtection(true);
      rehearsal.somebody(protect);
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(report.left())
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.what()).contains(clone);
                assertThat(left.why()).contains("deletion protection");
                assertThat(left.removeWith()).contains("DeleteDBInstance").contains(clone);
              });
      assertThat(rehearsal.left()).extracting(entry -> entry.id()).containsExactly(clone);
      assertThat(rehearsal.managedAccounts()).isEmpty();
    }
  }

  @Test
  void aRefusedDeletionIsAskedAboutAndTriedAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("DeleteDBInstance", "Forbidden.RAM", 403, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("cleanup-1");
      assertThat(gate.reason()).contains("Could not remove clone");
      rehearsal.answer("retry", "cleanup-1");
      rehearsal.completed();
    }
  }

  @Test
  void aRefusedDeletionMayBeLeftToPeople() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("DeleteDBInstance", "Forbidden.RAM", 403, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("cleanup-1");
      rehearsal.answer("abort", "cleanup-1");
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(report.left())
          .singleElement()
          .satisfies(left -> assertThat(left.removeWith()).contains("DeleteDBInstance"));
      assertThat(rehearsal.left()).hasSize(1);
    }
  }

  @Test
  void I2_whatSqlFindsInTheWayIsAnsweredBeforeTheCloneIsBought() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(with(unattended(request(rehearsal.lose("items"))), "target", "original"));

      assertThat(rehearsal.gate("failure-1").items())
          .singleElement()
          .satisfies(item -> assertThat(item.name()).isEqualTo("names.conflict"))
          .satisfies(item -> assertThat(item.message()).contains("orders"));
      assertThat(rehearsal.status().cloneStatus()).isNull();

      rehearsal.memory().dropTable(PRIMARY, "shop", "orders");
      rehearsal.answer("retry", "failure-1");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(rehearsal.status().plan().blockers()).isEmpty();
    }
  }

  @Test
  void atTheDeadlineOfThePrecheckAllIsCleanedUp() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      before(
          rehearsal, "EnsureJob", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      rehearsal.gate("precheck-1");
      rehearsal.sleep(Duration.ofHours(73));
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary()).contains("nobody decided at precheck-1");
      assertThat(report.outcome()).isEqualTo(Outcome.NOTHING);
      assertThat(report.left()).isEmpty();
    }
  }

  @Test
  void atTheDeadlineOfADifferenceTheCopiedDataStays() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.tables().writtenAfterwards.add("shop.orders");
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("difference-1");
      rehearsal.sleep(Duration.ofHours(73));
      RestoreReport report = rehearsal.completed();
      assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.NOT_VERIFIED);
      assertThat(report.outcome()).as("nobody has seen to it").isEqualTo(Outcome.BESIDE);
    }
  }

  @Test
  void aDifferenceMayBeAcceptedAfterAnotherLook() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.tables().writtenAfterwards.add("shop.orders");
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("difference-1");
      assertThat(gate.items())
          .singleElement()
          .satisfies(item -> assertThat(item.name()).matches("shop_restored_\\d{12}\\.orders"));
      rehearsal.answer("retry", "difference-1");
      assertThat(rehearsal.gate("difference-2").choices())
          .extracting(Choice::leadsTo)
          .filteredOn(text -> text.endsWith("whether tables move into free places of their own"))
          .as("no table of SQL Server moves")
          .hasSize(kind.isSqlServer() ? 0 : 1);
      rehearsal.answer("approve", "difference-2");
      if (!kind.isSqlServer()) {
        rehearsal.answer("leave", "swap-1");
      }
      assertThat(rehearsal.completed().verification().verdict())
          .isEqualTo(VerificationSummary.ACCEPTED);
    }
  }

  @Test
  void throttlingAndGatewaysInBetweenAreNoMatterForPeople() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("DescribeDBInstanceAttribute", "Throttling.User", 400, 3));
      rehearsal.fault(
          new FaultRule("DescribeDtsJobs", null, FaultRule.Effect.html502, null, null, 3, null));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }
}
