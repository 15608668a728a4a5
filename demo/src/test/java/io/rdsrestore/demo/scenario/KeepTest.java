package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.rds.model.v20140815.DeleteDBInstanceRequest;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.sweep.Marked;
import io.rdsrestore.workflows.sweep.MarkedKind;
import io.rdsrestore.workflows.sweep.Owners;
import io.rdsrestore.workflows.sweep.SweepChoice;
import io.rdsrestore.workflows.sweep.SweepVerdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.TemporalUnitOffset;
import org.junit.jupiter.api.Test;

/** {@code clone.keepFor}: the clone outlives its restore, is extended, and goes. */
class KeepTest {
  /** How late a deletion may be seen. */
  private static final Duration LOOKS = Duration.ofMinutes(10);

  private static Map<String, Object> keeping(Rehearsal rehearsal, String time) {
    return with(unattended(request(rehearsal.lose("orders"))), "clone", Map.of("keepFor", time));
  }

  /** Lets the restore end, and turns to what keeps its clone; the restore's report. */
  private static RestoreReport handedOver(Rehearsal rehearsal) {
    RestoreReport report = rehearsal.handedOver();
    // The test server is confused by an activity that ends while it is being cancelled.
    rehearsal.until("its tags", status -> rehearsal.calls("TagResources") == 2);
    rehearsal.sleep(Duration.ofMinutes(1));
    assertThat(rehearsal.status().phase()).isEqualTo(RestorePhase.KEEPING);
    return report;
  }

  @Test
  void theCloneOutlivesItsRestoreAndGoesAtItsEnd() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P1D"));
      RestoreReport report = handedOver(rehearsal);
      LedgerEntry clone = rehearsal.left().get(0);

      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      String keep = RestoreContract.keepWorkflowId(report.restoreId());
      assertThat(report.left())
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.what()).isEqualTo("clone " + clone.id());
                assertThat(left.why()).startsWith("it is kept until ").contains("by " + keep);
                assertThat(left.removeWith()).isEqualTo("./rds-restore abort " + keep);
              });
      assertThat(rehearsal.left()).hasSize(1);
      assertThat(rehearsal.managedAccounts()).isEmpty();
      assertThat(rehearsal.whitelistGroup()).isEqualTo(RestoreMark.CLOSED_WHITELIST);
      assertThat(rehearsal.managedAccounts(clone.id())).isEmpty();
      assertThat(rehearsal.whitelistGroup(clone.id())).isEqualTo(RestoreMark.CLOSED_WHITELIST);
      Instant until = rehearsal.status().keptUntil();
      assertThat(until)
          .isCloseTo(report.endedAt().plus(Duration.ofDays(1)), within(Duration.ofMinutes(1)));

      rehearsal.sleep(Duration.ofHours(20));
      assertThat(rehearsal.status().timeline())
          .anyMatch(entry -> entry.text().contains("It has cost"));
      RestoreReport kept = rehearsal.completed();

      assertThat(kept.restoreId()).isEqualTo(report.restoreId());
      assertThat(kept.summary())
          .startsWith("The kept clone " + clone.id() + " is removed, at its end, " + until);
      assertThat(rehearsal.bought("clone").get(0).releasedAt()).isCloseTo(until, within(LOOKS));
      assertThat(kept.cost().amount())
          .isGreaterThan(rehearsal.pricePerHour().multiply(BigDecimal.valueOf(24)));
      rehearsal.assertBought(1, 1);
    }
  }

  private static TemporalUnitOffset within(Duration time) {
    return Assertions.within(time.toSeconds(), ChronoUnit.SECONDS);
  }

  @Test
  void itIsExtendedFromNowOnAndOnlyForLonger() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P1D"));
      handedOver(rehearsal);
      Instant first = rehearsal.status().keptUntil();

      assertThat(rehearsal.rejected(extend(Map.of("keepFor", "PT1H"))))
          .contains("the clone is kept until " + first + " already");
      assertThat(rehearsal.rejected(extend(Map.of()))).contains("it must say one of keepFor");
      assertThat(rehearsal.rejected(extend(Map.of("keepFor", "P31D")))).contains("at most 30 days");
      assertThat(rehearsal.rejected(extend(Map.of("keepFor", "-P1D"))))
          .contains("longer than nothing");
      assertThat(rehearsal.rejected(decision("pause", null))).contains("nothing to pause");
      assertThat(rehearsal.status().keptUntil()).isEqualTo(first);

      Instant later = first.plus(Duration.ofHours(30));
      assertThat(rehearsal.decide(extend(Map.of("until", later.toString()))).follows())
          .isEqualTo("the clone is kept until " + later);
      rehearsal.signal("decide", extend(Map.of("keepFor", "P3D")));
      rehearsal.signal("decide", extend(Map.of("keepFor", "P3D")));
      rehearsal.until("the second end", status -> status.keptUntil().isAfter(later));
      assertThat(rehearsal.status().keptUntil())
          .isCloseTo(rehearsal.now().plus(Duration.ofDays(3)), within(LOOKS));
      assertThat(rehearsal.status().decisions())
          .extracting(record -> record.outcome())
          .contains(DecisionOutcome.ACTED);

      rehearsal.sleep(Duration.ofDays(2));
      assertThat(rehearsal.left()).hasSize(1);
      rehearsal.completed();
    }
  }

  private static Map<String, Object> extend(Map<String, Object> fields) {
    Map<String, Object> decision = decision("extend", null);
    decision.putAll(fields);
    return decision;
  }

  @Test
  void anAbortRemovesItNow() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P10D"));
      handedOver(rehearsal);
      Instant asked = rehearsal.now();
      assertThat(rehearsal.decide(decision("abort", null)).follows())
          .isEqualTo("the clone is removed now");
      assertThat(rehearsal.completed().summary()).contains("before its end: aborted by ben");
      assertThat(rehearsal.bought("clone").get(0).releasedAt()).isCloseTo(asked, within(LOOKS));
    }
  }

  @Test
  void aRefusedRemovalIsAskedAboutAsInARestore() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "PT2H"));
      handedOver(rehearsal);
      rehearsal.fault(FaultRule.error("DeleteDBInstance", "Forbidden.RAM", 403, 1));
      Gate gate = rehearsal.gate("cleanup-1");
      assertThat(gate.commands())
          .contains(
              "./rds-restore retry %s --gate cleanup-1"
                  .formatted(RestoreContract.keepWorkflowId(rehearsal.status().restoreId())));
      rehearsal.signal("retry", Map.of("gate", "cleanup-1", "actor", "ben"));
      rehearsal.completed();
    }
  }

  @Test
  void whatNobodyMendsIsLeftInTheReport() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "PT2H"));
      handedOver(rehearsal);
      rehearsal.fault(FaultRule.error("DeleteDBInstance", "Forbidden.RAM", 403, 9));
      rehearsal.gate("cleanup-1");
      rehearsal.answer("abort", "cleanup-1");
      RestoreReport report = rehearsal.report();
      assertThat(report.left())
          .singleElement()
          .satisfies(
              left ->
                  assertThat(left.removeWith())
                      .isEqualTo(
                          "aliyun rds DeleteDBInstance --RegionId cn-hangzhou --DBInstanceId "
                              + rehearsal.left().get(0).id()));
      assertThat(report.summary()).contains("could not be removed");
    }
  }

  @Test
  void somebodyElseMayHaveDeletedIt() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P1D"));
      handedOver(rehearsal);
      DeleteDBInstanceRequest delete = new DeleteDBInstanceRequest();
      delete.setDBInstanceId(rehearsal.left().get(0).id());
      rehearsal.somebody(delete);
      rehearsal.completed();
    }
  }

  @Test
  void anAbortThatKeepsTheCloneHandsItOverAndOneThatDoesNotRemovesIt() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(keeping(rehearsal, "P1D"));
      assertThat(rehearsal.gate("failure-1").choices())
          .anyMatch(choice -> choice.leadsTo().contains("it is removed after PT24H"));
      rehearsal.decide(with(decision("abort", null), "keepClone", true));
      assertThat(handedOver(rehearsal).end()).isEqualTo(RestorePhase.ABORTED);
      rehearsal.completed();
    }
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(keeping(rehearsal, "P1D"));
      rehearsal.gate("failure-1");
      rehearsal.decide(decision("abort", null));
      assertThat(rehearsal.aborted().left())
          .as("but the empty database beside, which is for people to drop")
          .allMatch(left -> left.what().startsWith("database shop_restored_"));
    }
  }

  @Test
  void oneThatSomebodyWantedKeptSaysSoItselfAndIsNoOrphan() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      rehearsal.decide(with(decision("abort", null), "keepClone", true));
      RestoreReport report = rehearsal.report();
      assertThat(report.left())
          .filteredOn(left -> left.what().startsWith("clone "))
          .singleElement()
          .matches(left -> left.why().contains("ben wanted"));

      Marked clone =
          rehearsal.marked().stream()
              .filter(one -> one.kind() == MarkedKind.CLONE)
              .findFirst()
              .orElseThrow();
      assertThat(clone.doubt()).isNull();
      assertThat(clone.keptBy()).isEqualTo("ben");
      assertThat(Instant.parse(clone.keptAt())).isCloseTo(report.endedAt(), within(LOOKS));
      Owners nobody = new Owners(Map.of(), Set.of(), Map.of(), null, "default");
      assertThat(SweepChoice.of(clone, nobody).verdict()).isEqualTo(SweepVerdict.KEPT);
      assertThat(rehearsal.managedAccounts(clone.id())).isEmpty();
    }
  }

  @Test
  void itIsKeptWithinWhatItMayCost() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      BigDecimal limit = rehearsal.pricePerHour().multiply(BigDecimal.valueOf(6));
      rehearsal.start(with(keeping(rehearsal, "P1D"), "limits", Map.of("maxCost", limit)));
      assertThat(handedOver(rehearsal).left().get(0).why())
          .contains("(not for PT24H: limits.maxCost ");
      Instant end = rehearsal.bought("clone").get(0).boughtAt().plus(Duration.ofHours(6));
      assertThat(rehearsal.status().keptUntil()).isCloseTo(end, within(Duration.ofMinutes(20)));
      assertThat(rehearsal.rejected(extend(Map.of("keepFor", "P1D"))))
          .contains("it would pass the limit of");
      RestoreReport report = rehearsal.completed();
      assertThat(report.cost().amount()).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void aFollowingRestoreOfThePrimaryLeavesItAlone() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P2D"));
      String first = handedOver(rehearsal).restoreId();
      String kept = rehearsal.left().get(0).id();
      Instant until = rehearsal.status().keptUntil();

      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      RestoreReport second = rehearsal.report();

      assertThat(rehearsal.status().plan().checks())
          .filteredOn(check -> check.id().equals("leftovers"))
          .singleElement()
          .satisfies(
              check ->
                  assertThat(check.message())
                      .isEqualTo(
                          "clone %s of restore %s is kept until %s, by restore-keep/%s, and is not reused"
                              .formatted(kept, first, until, first)));
      assertThat(second.restoreId()).isNotEqualTo(first);
      assertThat(second.left()).isEmpty();
      rehearsal.assertBought(2, 2);
      assertThat(rehearsal.left()).extracting(LedgerEntry::id).containsExactly(kept);
      rehearsal.turnTo(RestoreContract.keepWorkflowId(first)).completed();
    }
  }

  @Test
  void cancelledInTemporalItGoesAtOnce() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P10D"));
      handedOver(rehearsal);
      rehearsal.cancel();
      rehearsal.until("the end", status -> rehearsal.left().isEmpty());
      rehearsal.assertNothingLeft();
    }
  }

  @Test
  void aFloodOfWordsContinuesAsNewAndTheCloneIsKept() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(keeping(rehearsal, "P1D"));
      handedOver(rehearsal);
      Instant until = rehearsal.status().keptUntil();
      for (int i = 0; i < 1_100; i++) {
        rehearsal.signal("decide", extend(Map.of("comment", "nobody " + i)));
      }
      rehearsal.until("another run", status -> rehearsal.runs() >= 2);
      assertThat(rehearsal.status().keptUntil()).isEqualTo(until);
      rehearsal.completed();
    }
  }

  @Test
  void nobodyStartsItByHand() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          RestoreContract.KEEP_WORKFLOW_TYPE,
          "restore-keep/abcdefghij",
          Map.of("restoreId", "abcdefghij", "clone", Map.of("instanceId", PRIMARY)));
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("a restore starts this workflow by itself");
      assertThat(rehearsal.calls("DeleteDBInstance")).isZero();
    }
  }
}
