package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionAnswer;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Restored tables are moved only where a person says so, and go back. */
class SwapTest {
  @Test
  void I5_tablesAreMovedByADecisionAndGoBackByOne() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      Gate beside = rehearsal.gate("swap-1");
      assertThat(rehearsal.status().phase()).isEqualTo(RestorePhase.SWAPPING);
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureSwapped");
      assertThat(Rehearsal.offered(beside))
          .containsExactly(Action.SWAP, Action.MERGE, Action.LEAVE, Action.RETRY, Action.ABORT);
      assertThat(beside.items().get(0).message()).contains("kept as shop.items_before_");
      assertThat(beside.reason())
          .startsWith("1 restored table stands beside")
          .containsPattern("its clone rm-\\w+ stays, and costs [0-9.]+ CNY an hour");

      rehearsal.execute(beside, "swap");
      Gate swapped = rehearsal.gate("swap-2");
      assertThat(Rehearsal.offered(swapped))
          .containsExactly(Action.LEAVE, Action.UNDO, Action.ABORT);
      rehearsal.execute(swapped, "undo");
      rehearsal.execute(rehearsal.gate("swap-3"), "swap");
      rehearsal.execute(rehearsal.gate("swap-4"), "leave");

      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.putBackSql()).hasSize(1).first().asString().startsWith("RENAME TABLE");
      assertThat(report.sqlPurpose()).isEqualTo(SqlPurpose.UNDO_SWAP);
      assertThat(report.objects()).allMatch(object -> !object.isBeside());
      assertThat(report.notes())
          .anyMatch(note -> note.contains("DROP TABLE `shop`.`items_before_"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence(
              "EnsureBackup", "EnsureSwapped", "EnsureSwappedBack", "EnsureSwapped");
      assertThat(rehearsal.calls("CreateBackup")).isEqualTo(1);
      assertThat(report.notes()).anyMatch(note -> note.startsWith("The primary was backed up"));
    }
  }

  /** What could not move in by itself was beside until it was swapped. */
  @Test
  void aReportAfterASwapDoesNotSayThatTablesStayBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(
          with(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")), "target", "auto"));
      Gate beside = rehearsal.gate("swap-1");
      assertThat(rehearsal.status().timeline().toString()).contains(" stays beside as ");
      rehearsal.execute(beside, "swap");
      rehearsal.execute(rehearsal.gate("swap-2"), "leave");

      RestoreReport report = rehearsal.completed();
      assertThat(report.objects()).allMatch(object -> !object.isBeside());
      assertThat(report.notes()).noneMatch(note -> note.contains(" stays beside as "));
    }
  }

  @Test
  void aBackupIsDeclinedByName() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      Gate beside = rehearsal.gate("swap-1");
      assertThat(beside.choices().get(0).leadsTo())
          .startsWith("first the primary is backed up (CreateBackup; minutes to hours;");
      DecisionAnswer answer =
          rehearsal.decide(with(decision("swap", "swap-1"), "acknowledge", List.of("noBackup")));
      assertThat(answer.follows())
          .startsWith("without a backup of the primary before, all of them change places");
      rehearsal.answer("undo", "swap-2");
      assertThat(rehearsal.gate("swap-3").choices().get(0).leadsTo()).startsWith("all of them");
      rehearsal.answer("leave", "swap-3");
      assertThat(rehearsal.completed().notes())
          .contains("No backup of the primary was made before, by decision of ben.");
      assertThat(rehearsal.calls("CreateBackup")).isZero();
    }
  }

  @Test
  void whereNoBackupCanBeMadeAPersonIsAskedWhoMayDoWithout() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.fault(FaultRule.error("CreateBackup", "Forbidden.RAM", 403, 9));
      rehearsal.answer("swap", "swap-1");
      assertThat(rehearsal.gate("failure-1").reason()).startsWith("Could not back up the primary");
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureSwapped");
      rehearsal.decide(with(decision("retry", "failure-1"), "acknowledge", List.of("noBackup")));
      rehearsal.answer("leave", "swap-2");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  /** A right that was lacking, and is given. */
  @Test
  void aBackupThatHasFailedIsMadeBeforeTheSwapWhenItIsTriedAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.fault(FaultRule.error("CreateBackup", "Forbidden.RAM", 403, 1));
      rehearsal.answer("swap", "swap-1");
      rehearsal.answer("retry", "failure-1");
      rehearsal.answer("leave", "swap-2");
      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.notes())
          .anyMatch(note -> note.startsWith("The primary was backed up before its tables"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence("EnsureBackup", "EnsureBackup", "EnsureSwapped");
    }
  }

  @Test
  void I1_aBackupWhoseAnswerIsLostIsNotMadeTwice() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.fault(FaultRule.lostAnswer("CreateBackup"));
      rehearsal.answer("swap", "swap-1");
      rehearsal.answer("leave", "swap-2");
      rehearsal.completed();
      assertThat(rehearsal.calls("CreateBackup")).isEqualTo(1);
    }
  }

  @Test
  void I5_nobodyDecidingLeavesThemBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.COMPLETED);
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureSwapped");
      rehearsal.assertNothingLeft();
    }
  }

  @Test
  void whatIsInTheWayIsToldAndNoSwapIsOffered() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().inTheWay.add("trigger t would go with the table that is set aside");
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      Gate gate = rehearsal.gate("swap-1");
      assertThat(Rehearsal.offered(gate))
          .doesNotContain(Action.SWAP)
          .contains(Action.LEAVE, Action.RETRY);
      assertThat(gate.items().get(0).remedy()).contains("trigger t").doesNotContain("merge");
      assertThat(rehearsal.rejected(decision("swap", "swap-1"))).contains("does not offer swap");
      rehearsal.tables().inTheWay.clear();
      rehearsal.answer("retry", "swap-1");
      rehearsal.answer("swap", "swap-2");
      rehearsal.answer("leave", "swap-3");
      assertThat(rehearsal.completed().outcome()).isEqualTo(Outcome.IN_PLACE);
    }
  }

  @Test
  void aSwapMustNameItsGate() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      assertThat(rehearsal.rejected(Map.of("action", "swap", "actor", "ana")))
          .contains("must name its gate");
      rehearsal.answer("leave", "swap-1");
      rehearsal.completed();
    }
  }

  /** A move whose answer does not come: three tries, then a person is asked, who has enough. */
  private static RestoreReport abortedAfterLostAnswers(Rehearsal rehearsal, int atGate) {
    rehearsal.tables().answersLost.set(3);
    rehearsal.answer(atGate == 1 ? "swap" : "undo", "swap-" + atGate);
    rehearsal.gate("failure-1");
    rehearsal.signal("abort", Map.of("actor", "ben"));
    return rehearsal.report();
  }

  @Test
  void abortAfterASwapWithoutAnswerTellsThatTheyAreInPlace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      RestoreReport report = abortedAfterLostAnswers(rehearsal, 1);
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.putBackSql().get(0)).startsWith("RENAME TABLE");
      assertThat(report.notes())
          .anyMatch(note -> note.contains("DROP TABLE `shop`.`items_before_"));
    }
  }

  @Test
  void abortAfterAnUndoWithoutAnswerTellsThatTheyAreBeside() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.answer("swap", "swap-1");
      rehearsal.gate("swap-2");
      RestoreReport report = abortedAfterLostAnswers(rehearsal, 2);
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.notes()).noneMatch(note -> note.contains("DROP TABLE"));
    }
  }

  @Test
  void whereNobodyCanLookTheReportSaysHowToTell() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.tables().unreachableBecause = "the whitelist does not let it in";
      RestoreReport report = abortedAfterLostAnswers(rehearsal, 1);
      assertThat(report.notes())
          .anyMatch(
              note ->
                  note.startsWith("Whether shop.items is the restored table is not known")
                      && note.contains("if shop.items_before_"));
    }
  }

  @Test
  void abortWhileSwappedLeavesThemInPlace() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.answer("swap", "swap-1");
      rehearsal.gate("swap-2");
      rehearsal.signal("abort", Map.of("actor", "ben"));
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.ABORTED);
      assertThat(report.outcome()).isEqualTo(Outcome.IN_PLACE);
      assertThat(report.putBackSql().get(0)).contains("RENAME TABLE");
      rehearsal.assertNothingLeft();
    }
  }
}
