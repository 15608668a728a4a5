package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.activities.Failures;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.Outcome;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.SqlPurpose;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows are merged only where a person has seen how many, and said so; and go out again. */
class MergeTest {
  private static Map<String, Object> merge(String gate, String mode) {
    return with(decision("merge", gate), "mode", mode);
  }

  @Test
  void I5_itIsCountedThenWrittenByAnotherDecisionAndTakenOutAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.execute(rehearsal.gate("swap-1"), "merge");
      Gate counted = rehearsal.gate("swap-2");
      assertThat(rehearsal.hook().activities())
          .contains("ReadMerge")
          .doesNotContain("EnsureMerged");
      assertThat(counted.planHash()).isNotNull();
      assertThat(counted.items().get(0).message())
          .contains("only in the restored table: 5 rows, to be inserted");
      assertThat(Rehearsal.offered(counted)).contains(Action.SWAP, Action.MERGE, Action.LEAVE);

      rehearsal.execute(counted, "merge");
      Gate merged = rehearsal.gate("swap-3");
      assertThat(Rehearsal.offered(merged))
          .containsExactly(Action.LEAVE, Action.UNDO, Action.ABORT);
      assertThat(merged.items().get(0).message())
          .contains("5 rows inserted, 0 replaced")
          .contains("shop.items_merged_");
      assertThat(merged.reason()).contains("A swap is not offered");

      rehearsal.execute(merged, "undo");
      Gate beside = rehearsal.gate("swap-4");
      assertThat(Rehearsal.offered(beside)).contains(Action.SWAP, Action.MERGE);
      assertThat(beside.planHash()).isNull();
      assertThat(beside.items().get(0).message())
          .contains("merge undone: ", "1 left", "DROP TABLE `shop`.`items_merged_");
      rehearsal.decide(merge("swap-4", "both"));
      rehearsal.execute(rehearsal.gate("swap-5"), "merge");
      rehearsal.execute(rehearsal.gate("swap-6"), "leave");

      RestoreReport report = rehearsal.completed();
      assertThat(report.outcome()).isEqualTo(Outcome.BESIDE);
      assertThat(report.putBackSql()).containsExactly("DELETE of shop.items");
      assertThat(report.sqlPurpose()).isEqualTo(SqlPurpose.UNDO_MERGE);
      assertThat(report.notes())
          .anyMatch(note -> note.contains("merge undone") && note.contains("1 left"))
          .anyMatch(
              note ->
                  note.contains("5 rows inserted, 2 replaced")
                      && note.contains("DROP TABLE `shop`.`items_merged2_"));
      assertThat(rehearsal.hook().activities())
          .containsSubsequence("EnsureMerged", "EnsureUnmerged", "EnsureMerged");
    }
  }

  @Test
  void whatADecisionLacksIsSaid() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      assertThat(rehearsal.rejected(Map.of("action", "merge", "mode", "both")))
          .contains("must name its gate");
      assertThat(rehearsal.rejected(decision("merge", "swap-1"))).contains("it says no mode");
      assertThat(rehearsal.rejected(with(merge("swap-1", "both"), "tables", List.of("other"))))
          .contains("the gate is not about: other");
      assertThat(rehearsal.rejected(with(merge("swap-1", "both"), "where", "sleep(1)")))
          .contains("calls no functions");
      assertThat(rehearsal.rejected(with(decision("merge", "swap-1"), "planHash", "abc")))
          .contains("nothing has been counted");
      rehearsal.decide(with(merge("swap-1", "both"), "where", "id IN (1, 2)"));
      rehearsal.gate("swap-2");
      assertThat(rehearsal.rejected(with(decision("merge", "swap-2"), "planHash", "abc")))
          .contains("the plan at swap-2 is");
      rehearsal.answer("leave", "swap-2");
      rehearsal.completed();
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureMerged");
    }
  }

  @Test
  void whatHasGrownSinceItWasCountedIsAskedAgain() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.decide(merge("swap-1", "both"));
      Gate counted = rehearsal.gate("swap-2");
      rehearsal.tables().changedRows = 1_000;
      rehearsal.execute(counted, "merge");
      Gate again = rehearsal.gate("swap-3");
      assertThat(again.planHash()).isNotEqualTo(counted.planHash());
      assertThat(rehearsal.hook().activities()).doesNotContain("EnsureMerged");
      rehearsal.execute(again, "merge");
      rehearsal.execute(rehearsal.gate("swap-4"), "leave");
      rehearsal.completed();
    }
  }

  @Test
  void whatIsInTheWayIsToldAndNothingIsMerged() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.tables().mergeInTheWay.add("trigger t of the current table would fire");
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal.gate("swap-1");
      rehearsal.decide(merge("swap-1", "missing"));
      Gate counted = rehearsal.gate("swap-2");
      assertThat(counted.items().get(0).remedy()).contains("no merge: trigger t");
      assertThat(
              rehearsal.rejected(with(decision("merge", "swap-2"), "planHash", counted.planHash())))
          .contains("does not offer merge");
      rehearsal.tables().mergeInTheWay.clear();
      rehearsal.answer("retry", "swap-2");
      rehearsal.execute(rehearsal.gate("swap-3"), "merge");
      rehearsal.execute(rehearsal.gate("swap-4"), "merge");
      rehearsal.execute(rehearsal.gate("swap-5"), "leave");
      rehearsal.completed();
    }
  }

  @Test
  void I6_aMergeThatFailsAsksAndAnAbortTellsWhatHasBegun() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(GatePath.MERGE.prepare(rehearsal, rehearsal.lose("orders")));
      rehearsal
          .hook()
          .once(
              "EnsureMerged",
              () -> {
                throw Failures.of(RestoreErrorCode.NEEDS_PERSON, "a trigger has come up", null);
              });
      rehearsal.execute(rehearsal.gate("swap-1"), "merge");
      rehearsal.execute(rehearsal.gate("swap-2"), "merge");
      assertThat(rehearsal.gate("failure-1").reason()).contains("a trigger has come up");
      rehearsal.signal("abort", Map.of("actor", "ben"));
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.ABORTED);
      assertThat(report.notes())
          .anyMatch(note -> note.contains("rows may be merged") && note.contains("items_merged_"));
      rehearsal.assertNothingLeft();
    }
  }
}
