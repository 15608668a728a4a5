package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Somebody changes tables while they are copied, or something in the clone does. */
class GuardTest {

  @Test
  void aTargetThatIsAlteredPausesTheCopyAndIsNamed() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal
          .hook()
          .once("AwaitMigration", () -> rehearsal.memory().createTable(PRIMARY, "shop", "orders"));
      rehearsal.start(with(unattended(request(rehearsal.lose("orders"))), "target", "original"));
      rehearsal.phase(RestorePhase.MIGRATING);
      // It is seen first as DTS has made it.
      rehearsal.sleep(Duration.ofMinutes(1));
      rehearsal.tables().altered.add("shop.orders");

      Gate gate = rehearsal.gate("ddl-1");

      assertThat(gate.kind()).isEqualTo(GateKind.DDL);
      assertThat(gate.items())
          .singleElement()
          .satisfies(
              item -> {
                assertThat(item.name()).isEqualTo(PRIMARY);
                assertThat(item.message())
                    .startsWith("the columns of shop.orders on the primary have been changed");
              });
      assertThat(rehearsal.calls("SuspendDtsJob")).isEqualTo(1);
      assertThat(rehearsal.rejected(decision("retry", "ddl-1"))).contains("it offers resume");
      // Somebody puts it back as it was; that is no change again.
      rehearsal.tables().altered.clear();
      rehearsal.execute(gate, "resume");
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
      assertThat(report.verification().source())
          .startsWith("the clone was not changed: 1 table had");
    }
  }

  @Test
  void aCloneThatIsAlteredIsAskedAboutAndSaidAtTheEnd() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.DDL.prepare(rehearsal, rehearsal.lose("orders")));
      Gate paused = rehearsal.gate("ddl-1");
      assertThat(paused.items())
          .extracting(GateItem::name)
          .containsExactly(rehearsal.status().cloneStatus().instanceId());
      rehearsal.execute(paused, "resume");
      Gate gate = rehearsal.gate("difference-1");
      assertThat(gate.reason()).contains("the clone has been changed");
      assertThat(gate.items())
          .extracting(GateItem::message)
          .containsExactly("the columns of shop.orders in the clone have been changed");
      rehearsal.execute(gate, "approve");
      assertThat(rehearsal.completed().verification().verdict())
          .isEqualTo(VerificationSummary.ACCEPTED);
    }
  }

  @Test
  void changedTablesCanBeCopiedUnderOtherNames() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.DDL.prepare(rehearsal, rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("ddl-1");
      rehearsal.execute(gate, "changeObjects");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      // The clone is looked into anew for the new plan.
      assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
      rehearsal.assertBought(1, 2);
    }
  }

  @Test
  void aFailedCopySaysWhatWasChangedBefore() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.fault(FaultRule.error("DtsCopy", "DTS-1020042 no such column", 400, 1));
      rehearsal.start(GatePath.DDL.prepare(rehearsal, rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.items())
          .extracting(GateItem::message)
          .anySatisfy(
              message ->
                  assertThat(message)
                      .isEqualTo(
                          "the columns of shop.orders in the clone have been changed, which may be why the copy failed"));
    }
  }

  @Test
  void eventsOfTheCloneAreSwitchedOffAndNamed() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().eventsInClone.add("shop.nightly_purge");
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      assertThat(rehearsal.status().timeline())
          .anySatisfy(
              entry ->
                  assertThat(entry.text())
                      .isEqualTo("Events are switched off in the clone: shop.nightly_purge"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence("AwaitClone", "EnsureCloneQuiet", "EnsureJob");
    }
  }

  @Test
  void rowsThatAPurgeTookFromTheCloneAreNotCalledEqual() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().purgedInClone.add("shop.orders");
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("difference-1");
      assertThat(gate.items())
          .extracting(GateItem::message)
          .containsExactly("shop.orders in the clone had 100 rows before the copy, and has 1 now");
      rehearsal.execute(gate, "approve");
      assertThat(rehearsal.completed().verification().source())
          .startsWith("the clone has been changed: shop.orders");
    }
  }

  @Test
  void whereTheWorkerDoesNotGetInNothingIsWatchedAndTheReportClaimsNothing() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().unreachableBecause = "no way to it";
      rehearsal.start(
          with(
              with(
                  unattended(request(rehearsal.lose("orders"))),
                  "objects",
                  List.of(
                      Map.of("database", "shop", "as", "shop_back", "tables", List.of("orders")))),
              "verify",
              "none"));
      RestoreReport report = rehearsal.completed();
      assertThat(report.verification().source()).isNull();
    }
  }
}
