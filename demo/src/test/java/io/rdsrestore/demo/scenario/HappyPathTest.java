package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.temporal.HistoryLength;
import io.rdsrestore.sandbox.settings.SandboxTimings;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import io.rdsrestore.workflows.status.VerificationSummary;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restores in which nothing goes wrong. */
class HappyPathTest {
  /** Recorded. */
  private static final int EVENTS = 189;

  private static final int MOST_EVENTS = 200;

  private static final SandboxTimings COPY_TOO_SHORT_TO_TELL_OF =
      new SandboxTimings(
          Duration.ofHours(5),
          Duration.ofMinutes(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(5),
          Duration.ofMinutes(2));

  @Test
  void theLostTableComesBack() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("approval-1");
      assertThat(gate.kind()).isEqualTo(GateKind.APPROVAL);
      rehearsal.assertBought(0, 0);
      rehearsal.answer("approve", "approval-1");

      RestoreReport report = rehearsal.completed();

      rehearsal.assertBought(1, 1);
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.verification().verdict()).isEqualTo(VerificationSummary.EQUAL);
      assertThat(report.decisions()).hasSize(1);
      assertThat(report.cost()).isNotNull();
      assertThat(rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()).get("shop"))
          .contains("orders");
    }
  }

  @Test
  void historyStaysSmall() {
    try (Rehearsal rehearsal = Rehearsal.begin(PrimaryKind.MYSQL, COPY_TOO_SHORT_TO_TELL_OF)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.approve();
      rehearsal.completed();
      assertThat(HistoryLength.of(rehearsal.history()))
          .isBetween(EVENTS * 9 / 10, Math.min(MOST_EVENTS, EVENTS * 11 / 10));
    }
  }

  @Test
  void aLongCopyIsToldOfAtMostTwentyTimes() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      assertThat(Collections.frequency(rehearsal.hook().activities(), "AwaitMigration"))
          .isBetween(2, 21);
    }
  }

  @Test
  void withoutApprovalNobodyIsAsked() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(report.decisions()).isEmpty();
    }
  }

  @Test
  void aWholeDatabaseGoesBesideWhereItsNamesAreTaken() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          with(
              unattended(request(rehearsal.lose("orders"))),
              "objects",
              List.of(Map.of("database", "shop"))));
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      String target = report.objects().get(0).targetDatabase();
      assertThat(target).matches("shop_restored_\\d{12}");
      assertThat(rehearsal.memory().tablesAt(Rehearsal.PRIMARY, rehearsal.now()).get(target))
          .containsExactly("customers", "items", "orders");
      assertThat(report.notes()).anyMatch(note -> note.endsWith("DROP DATABASE `" + target + "`;"));
      assertThat(report.putBackSql()).isNotEmpty();
      assertThat(report.sqlPurpose()).isEqualTo(SqlPurpose.PUT_BACK);
    }
  }

  @Test
  void aBackupSetIsRestored() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.lose("orders");
      rehearsal.start(
          with(
              unattended(request(rehearsal.now())),
              "restoreTo",
              Map.of("backupId", Rehearsal.USABLE_BACKUP)));
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void aQuietWaitForAPersonCostsNothingButItsReminders() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      int before = rehearsal.history().size();
      rehearsal.sleep(Duration.ofHours(70));
      // After 1, 3, 7, 15, 31 and 63 hours: a timer that fires and one that is set, and a task.
      assertThat(rehearsal.history().size() - before).isLessThanOrEqualTo(6 * 5);
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
    }
  }

  @Test
  void aQuietWaitForAThingCostsAtMostSixEvents() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.until("the clone", status -> status.cloneStatus() != null);
      long looksBefore = rehearsal.calls("DescribeDBInstanceAttribute");
      int before = rehearsal.history().size();
      rehearsal.sleep(Duration.ofMinutes(15));
      assertThat(rehearsal.calls("DescribeDBInstanceAttribute") - looksBefore).isGreaterThan(5);
      assertThat(rehearsal.history().size() - before).isLessThanOrEqualTo(6);
      rehearsal.completed();
    }
  }
}
