package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.rdsrestore.workflows.status.TimelineEntry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What a gate says while it waits, and the gates that nobody opened by a failure. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class GateTest {
  @Parameter PrimaryKind kind;

  @Test
  void remindersComeAtGrowingIntervalsAndSayWhatItCosts() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reminder()).isNull();
      rehearsal.sleep(Duration.ofHours(16));
      RestoreStatus status = rehearsal.status();
      assertThat(status.waitingFor().reminder())
          .startsWith("Nobody has decided at failure-1 for 15 h 0 min;")
          .contains("The clone has cost ");
      assertThat(
              status.timeline().stream()
                  .map(TimelineEntry::text)
                  .filter(text -> text.startsWith("Nobody has decided at failure-1"))
                  .map(text -> text.replaceAll(".* for (\\d+ h).*", "$1")))
          .containsExactly("1 h", "3 h", "7 h", "15 h");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
    }
  }

  @Test
  void aGateBeforeTheCloneWarnsWhenTheInstantLeavesTheWindow() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(
          with(request(rehearsal.lose("orders")), "limits", Map.of("decisionDeadline", "P10D")));
      rehearsal.gate("approval-1");
      rehearsal.sleep(Duration.ofHours(2));
      assertThat(rehearsal.status().waitingFor().reminder())
          .contains("the restore point leaves the recovery window");
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
    }
  }

  @Test
  void theCostLimitIsAskedAboutBeforeItIsPassedAndTheOpenGateComesBack() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(
          with(
              unattended(request(rehearsal.lose("orders"))),
              "limits",
              Map.of("maxCost", rehearsal.pricePerHour().multiply(new BigDecimal("3")))));
      rehearsal.gate("failure-1");
      RestoreStatus asked =
          rehearsal.until(
              "the cost",
              status -> status.waitingFor() != null && status.waitingFor().kind() == GateKind.COST);
      assertThat(asked.cost().amount())
          .isLessThanOrEqualTo(rehearsal.pricePerHour().multiply(new BigDecimal("3")));
      Gate cost = asked.waitingFor();
      assertThat(rehearsal.rejected(decision("approve", cost.gate())))
          .contains("it says no new limit");
      assertThat(rehearsal.decide(decision("retry", "failure-1")).follows())
          .contains("kept until gate failure-1 opens again");
      rehearsal.execute(cost, "approve");
      RestoreReport report = rehearsal.completed();
      assertThat(report.decisions())
          .extracting(record -> record.action() + " at " + record.gate())
          .containsExactlyInAnyOrder("approve at cost-1", "retry at failure-1");
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void whereNobodyRaisesTheLimitTheRestoreStopsBeforeItIsPassed() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      BigDecimal limit = rehearsal.pricePerHour().multiply(new BigDecimal("2"));
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(
          with(unattended(request(rehearsal.lose("orders"))), "limits", Map.of("maxCost", limit)));
      rehearsal.gate("failure-1");
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary()).contains("nobody raised the cost limit");
      assertThat(report.cost().amount()).isLessThanOrEqualTo(limit);
    }
  }

  @Test
  void anAbortWithAGateThatIsNotOpenIsRefusedWhereItIsAnswered() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(decision("abort", "precheck-1")))
          .contains("gate precheck-1 is not open, approval-1 is; abort needs none");
      assertThat(rehearsal.gate("approval-1").gate()).isEqualTo("approval-1");
      rehearsal.signal("abort", decision("abort", "precheck-1"));
      assertThat(rehearsal.aborted().end()).isEqualTo(RestorePhase.ABORTED);
    }
  }

  @Test
  void anAbortMayLeaveTheCloneToThePeople() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      String clone = rehearsal.status().cloneStatus().instanceId();
      rehearsal.decide(with(decision("abort", null), "keepClone", true));
      RestoreReport report = rehearsal.report();
      assertThat(report.left())
          .filteredOn(left -> !left.what().startsWith("database shop_restored_"))
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.what()).isEqualTo("clone " + clone);
                assertThat(left.why()).contains("ben wanted it kept; it costs");
                assertThat(left.removeWith())
                    .isEqualTo(
                        "aliyun rds DeleteDBInstance --RegionId cn-hangzhou --DBInstanceId "
                            + clone);
              });
      assertThat(rehearsal.left()).extracting(entry -> entry.id()).containsExactly(clone);
    }
  }

  @Test
  void aDecisionThatWaitsIsShownAndCanBeTakenBack() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.signal("retry", Map.of("gate", "failure-1", "actor", "early eve"));
      assertThat(rehearsal.status().decisions())
          .singleElement()
          .satisfies(record -> assertThat(record.outcome()).isEqualTo(DecisionOutcome.KEPT));
      assertThat(rehearsal.decide(Map.of("action", "withdraw", "decision", "1")).follows())
          .isEqualTo("decision 1 (retry) is taken back");
      rehearsal.answer("approve", "approval-1");
      rehearsal.gate("failure-1");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
    }
  }

  @Test
  void thousandsOfWordsAtAGateContinueAsNewAndNothingIsLost() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      String restoreId = rehearsal.status().restoreId();
      rehearsal.signal("retry", Map.of("gate", "precheck-3", "actor", "early eve"));
      for (int i = 0; i < 2_500; i++) {
        rehearsal.signal("approve", Map.of("actor", "nobody " + i));
      }
      Gate gate = rehearsal.gate("approval-1");
      assertThat(rehearsal.runs()).isGreaterThanOrEqualTo(2);
      assertThat(rehearsal.status().restoreId()).isEqualTo(restoreId);
      assertThat(gate.since()).isEqualTo(gate.deadline().minus(Duration.ofDays(3)));
      assertThat(rehearsal.status().decisions())
          .filteredOn(record -> record.outcome() == DecisionOutcome.KEPT)
          .hasSize(1);
      rehearsal.answer("approve", "approval-1");
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(report.restoreId()).isEqualTo(restoreId);
      assertThat(report.decisions())
          .filteredOn(record -> record.outcome() == DecisionOutcome.ACTED)
          .hasSize(1);
    }
  }
}
