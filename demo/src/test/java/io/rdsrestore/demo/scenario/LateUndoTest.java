package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code undoFor}: a swap or a merge is taken back after its restore has ended. */
class LateUndoTest {
  private static final Map<String, Object> UNDO = Map.of("action", "undo", "actor", "ben");

  static Map<String, Object> undoable(Rehearsal rehearsal) {
    return with(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")), "undoFor", "P3D");
  }

  /** Lets the restore end, and turns to what takes the undo; the restore's report. */
  static RestoreReport swapped(Rehearsal rehearsal, Map<String, Object> request) {
    rehearsal.start(request);
    rehearsal.answer("swap", "swap-1");
    rehearsal.answer("leave", "swap-2");
    RestoreReport report = rehearsal.handedOver();
    assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
    assertThat(rehearsal.status().phase()).isEqualTo(RestorePhase.KEEPING);
    return report;
  }

  @Test
  void aSwapIsTakenBackAfterTheEnd() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      RestoreReport report = swapped(rehearsal, undoable(rehearsal));
      String keep = RestoreContract.keepWorkflowId(report.restoreId());
      assertThat(report.left()).isEmpty();
      assertThat(report.notes())
          .anyMatch(
              note ->
                  note.startsWith("The swap can be taken back until ")
                      && note.contains(", as long as nobody drops shop.items_before_")
                      && note.endsWith(": ./rds-restore undo " + keep + "."));
      assertThat(rehearsal.managedAccounts()).isEmpty();
      rehearsal.sleep(Duration.ofHours(50));

      assertThat(rehearsal.decide(UNDO).follows())
          .isEqualTo("the swap is taken back now; see the status");
      RestoreReport kept = rehearsal.completed();
      assertThat(kept.summary())
          .isEqualTo("The tables of before are in place again (1 table), by decision of ben.");
      assertThat(kept.notes())
          .singleElement()
          .asString()
          .startsWith("Table shop.items is the one of before again; the restored one, with")
          .containsPattern("DROP TABLE `shop_[^`]*`[.]`items`;");
      assertThat(rehearsal.hook().activities())
          .containsSubsequence(
              "EnsureSwapped",
              "RemoveAccount",
              "EnsureWhitelist",
              "EnsureAccount",
              "EnsureSwappedBack",
              "RemoveAccount");
      assertThat(rehearsal.managedAccounts()).isEmpty();
      assertThat(rehearsal.whitelistGroup()).isEqualTo(RestoreMark.CLOSED_WHITELIST);
    }
  }

  @Test
  void aMergeIsTakenOutAfterTheEnd() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(undoable(rehearsal));
      rehearsal.execute(rehearsal.gate("swap-1"), "merge");
      rehearsal.execute(rehearsal.gate("swap-2"), "merge");
      rehearsal.answer("leave", "swap-3");
      RestoreReport report = rehearsal.handedOver();
      assertThat(report.notes())
          .anyMatch(note -> note.startsWith("The merge can be taken back"))
          .anyMatch(
              note ->
                  note.matches(
                      "The merge .*nobody drops shop_restored_\\d+[.]items, shop[.]items_merged_.*"));
      rehearsal.signal("decide", UNDO);
      RestoreReport kept = rehearsal.completed();
      assertThat(kept.summary()).isEqualTo("The merge is taken out again, by decision of ben.");
      assertThat(kept.notes()).anyMatch(note -> note.contains("merge undone: "));
      assertThat(rehearsal.hook().activities()).contains("EnsureUnmerged");
    }
  }

  @Test
  void I5_whereNobodyAsksNothingIsTakenBack() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      swapped(rehearsal, undoable(rehearsal));
      assertThat(rehearsal.completed().summary()).isEqualTo("Nothing was taken back.");
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureSwappedBack");
    }
  }

  /** Two hours before, or when three quarters of the time are over. */
  @Test
  void itsEndIsToldBefore() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      swapped(rehearsal, undoable(rehearsal));
      rehearsal.sleep(Duration.ofHours(69));
      assertThat(rehearsal.status().doing()).startsWith("The swap can be taken back until ");
      assertThat(rehearsal.status().doing()).doesNotContain("extend");
      rehearsal.sleep(Duration.ofMinutes(75));
      assertThat(rehearsal.status().doing())
          .contains(" --for P1D offers it for longer. Nothing is taken back after that");
      rehearsal.decide(Map.of("action", "extend", "keepFor", "P5D", "actor", "ben"));
      rehearsal.sleep(Duration.ofMinutes(5));
      assertThat(rehearsal.status().doing()).doesNotContain("extend");
      assertThat(rehearsal.completed().summary()).isEqualTo("Nothing was taken back.");
    }
  }

  @Test
  void itIsOfferedForLongerAndEndedSooner() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      swapped(rehearsal, undoable(rehearsal));
      assertThat(rehearsal.rejected(Map.of("action", "extend", "keepFor", "PT1H", "actor", "ben")))
          .contains("the swap can be taken back until ");
      assertThat(
              rehearsal
                  .decide(Map.of("action", "extend", "keepFor", "P5D", "actor", "ben"))
                  .follows())
          .startsWith("the swap can be taken back until ");
      rehearsal.sleep(Duration.ofDays(4));
      assertThat(rehearsal.status().phase()).isEqualTo(RestorePhase.KEEPING);
      assertThat(rehearsal.decide(decision("abort", null)).follows())
          .isEqualTo("the swap stays as it is, and cannot be taken back here any more");
      rehearsal.completed();
    }
  }

  @Test
  void whatCannotBeTakenBackIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      swapped(rehearsal, undoable(rehearsal));
      rehearsal.fault(FaultRule.error("CreateAccount", "Forbidden.RAM", 403, 1));
      rehearsal.decide(UNDO);
      Gate gate = rehearsal.gate("swap-1");
      assertThat(gate.reason()).startsWith("Could not take the swap back: ");
      assertThat(rehearsal.rejected(UNDO)).contains("it is being taken back");
      rehearsal.answer("leave", "swap-1");
      rehearsal.until("it waits again", status -> status.waitingFor() == null);
      rehearsal.sleep(Duration.ofMinutes(5));
      rehearsal.fault(FaultRule.error("CreateAccount", "Forbidden.RAM", 403, 1));
      rehearsal.decide(UNDO);
      rehearsal.answer("retry", "swap-2");
      assertThat(rehearsal.completed().summary()).startsWith("The tables of before are in place");
    }
  }

  @Test
  void itWaitsForAnotherRestoreOfThePrimary() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Instant accident = rehearsal.lose("orders");
      String first =
          swapped(rehearsal, with(GatePath.MERGE.prepare(rehearsal, accident), "undoFor", "P3D"))
              .restoreId();
      rehearsal.start(request(accident));
      rehearsal.gate("approval-1");
      rehearsal.turnTo(RestoreContract.keepWorkflowId(first));
      rehearsal.decide(UNDO);
      rehearsal.sleep(Duration.ofHours(2));
      RestoreStatus waiting = rehearsal.status();
      assertThat(waiting.doing())
          .isEqualTo("The swap is taken back once restore/rm-primary01, which runs now, has ended");
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureSwappedBack");
      rehearsal.turnTo(RestoreContract.workflowId("rm-primary01")).decide(decision("abort", null));
      rehearsal.report();
      rehearsal.turnTo(RestoreContract.keepWorkflowId(first));
      assertThat(rehearsal.completed().summary()).startsWith("The tables of before are in place");
    }
  }

  @Test
  void theCloneMayGoSoonerThanTheUndo() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      swapped(rehearsal, with(undoable(rehearsal), "clone", Map.of("keepFor", "P1D")));
      rehearsal.sleep(Duration.ofHours(30));
      rehearsal.assertNothingLeft();
      rehearsal.decide(UNDO);
      RestoreReport kept = rehearsal.completed();
      assertThat(kept.summary())
          .startsWith("The tables of before are in place again (1 table), by decision of ben. The")
          .contains("kept clone");
      rehearsal.assertBought(1, 1);
    }
  }
}
