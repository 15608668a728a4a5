package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.sandbox.billing.LedgerEntry;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** People who want something else than they asked for: other objects, another restore point. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class PlanChangeTest {
  @Parameter PrimaryKind kind;

  @Test
  void otherNamesAtTheApprovalMakeAnotherPlan() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      String first = rehearsal.gate("approval-1").planHash();
      assertThat(
              rehearsal.rejected(
                  with(
                      decision("changeObjects", "approval-1"),
                      "objects",
                      List.of(Map.of("database", "shop", "tabels", List.of("orders"))))))
          .contains("objects[0].tabels")
          .contains("did you mean \"tables\"?");
      rehearsal.decide(with(decision("changeObjects", "approval-1"), "target", "sideBySide"));
      Gate second = rehearsal.gate("approval-2");
      assertThat(second.planHash()).isNotEqualTo(first);
      assertThat(rehearsal.rejected(with(decision("approve", "approval-2"), "planHash", first)))
          .contains("it approves plan " + first);
      rehearsal.answer("approve", "approval-2");
      RestoreReport report = rehearsal.completed();
      assertThat(report.objects())
          .singleElement()
          .satisfies(object -> assertThat(object.targetDatabase()).startsWith("shop_restored_"));
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aPrimaryThatWasLockedBeforeTheApprovalIsSeenBeforeAnythingIsChanged() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.condition().setLock("ManualLock", "audit");
      rehearsal.answer("approve", "approval-1");
      assertThat(rehearsal.gate("failure-1").reason()).contains("is locked");
      assertThat(rehearsal.calls("ModifySecurityIps")).isZero();
      rehearsal.condition().setLock("Unlock", null);
      rehearsal.answer("retry", "failure-1");
      rehearsal.gate("approval-2");
      rehearsal.answer("approve", "approval-2");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void otherNamesAtThePrecheckConfigureTheSameJobAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal
          .hook()
          .once("EnsureJob", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      rehearsal.gate("precheck-1");
      String job = rehearsal.status().task().jobId();
      rehearsal.decide(with(decision("changeObjects", "precheck-1"), "target", "sideBySide"));
      RestoreReport report = rehearsal.completed();
      assertThat(report.objects())
          .singleElement()
          .satisfies(object -> assertThat(object.targetDatabase()).startsWith("shop_restored_"));
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.status().task().jobId()).isEqualTo(job);
    }
  }

  @Test
  void otherNamesAfterAFailedCopyReleaseTheJobFirst() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      rehearsal.decide(with(decision("changeObjects", "failure-1"), "target", "sideBySide"));
      rehearsal.completed();
      rehearsal.assertBought(1, 2);
      List<LedgerEntry> jobs = rehearsal.bought("dts");
      assertThat(jobs.get(0).releasedAt()).isBeforeOrEqualTo(jobs.get(1).boughtAt());
    }
  }

  @Test
  void I1_anotherRestorePointReleasesTheCloneBeforeItBuysAnother() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.tables().undamaged.add("shop.customers");
      Instant point = rehearsal.lose("orders");
      rehearsal.start(
          with(
              with(
                  unattended(request(point)),
                  "objects",
                  List.of(Map.of("database", "shop", "tables", List.of("customers")))),
              "target",
              "sideBySide"));
      rehearsal.gate("restorePoint-1");
      assertThat(
              rehearsal.rejected(
                  with(
                      decision("changeRestorePoint", "restorePoint-1"),
                      "restoreTo",
                      Map.of("time", "2031-01-01T00:00:00Z"))))
          .contains("is in the future");
      rehearsal.tables().undamaged.clear();
      rehearsal.decide(
          with(
              decision("changeRestorePoint", "restorePoint-1"),
              "restoreTo",
              Map.of("time", point.minusSeconds(60).toString())));
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(2, 1);
      List<LedgerEntry> clones = rehearsal.bought("clone");
      assertThat(clones.get(0).releasedAt()).isBeforeOrEqualTo(clones.get(1).boughtAt());
      assertThat(report.restoreTo().time()).isEqualTo(point.minusSeconds(60));
      assertThat(report.cost().basis()).startsWith("2 clones: 2 hours");
    }
  }

  @Test
  void everyChangeThatAGateOffersWorksAsItIsPrinted() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal
          .hook()
          .once("EnsureJob", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      Gate gate = rehearsal.gate("precheck-1");
      assertThat(rehearsal.execute(gate, "changeRestorePoint")).contains("another clone is bought");
      // Under its own name there is no way on now, which is seen before another clone is bought.
      Gate conflict = rehearsal.gate("failure-1");
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.execute(conflict, "changeObjects")).contains("the plan is made anew");
      rehearsal.completed();
      rehearsal.assertBought(2, 2);
    }
  }
}
