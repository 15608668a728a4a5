package io.rdsrestore.workflows.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.PrecheckFinding;
import io.rdsrestore.workflows.activity.PrecheckResult;
import io.rdsrestore.workflows.decision.GateItem;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.verdict.remedies.RestoreNames;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrecheckVerdictTest {
  private static PrecheckFinding finding(
      String item, String state, boolean canSkip, boolean skipped, String key, String detail) {
    return new PrecheckFinding(item, item + "_DETAIL", state, canSkip, skipped, key, detail);
  }

  private static PrecheckVerdict of(PrecheckResult result) {
    return PrecheckVerdict.of(
        result,
        Map.of(),
        new RestoreNames(
            "cn-hangzhou",
            "rm-1",
            "rm-2",
            "job",
            List.of(),
            "app",
            "app",
            false,
            List.of(),
            Engine.MYSQL));
  }

  private static PrecheckVerdict failed(PrecheckFinding... findings) {
    return of(new PrecheckResult(false, "PrecheckFailed", List.of(findings)));
  }

  @Test
  void whatDtsCallsPassedHasPassed() {
    assertThat(
            of(
                new PrecheckResult(
                    true,
                    "PreCheckPass",
                    List.of(finding("CHECK_SQL_MODE", "Warning", true, false, "K", null)))))
        .isEqualTo(new PrecheckVerdict(true, "the precheck has passed", List.of(), false));
  }

  @Test
  void onlyWhatFailedAndIsNotSkippedBlocks() {
    PrecheckVerdict verdict =
        failed(
            finding("CHECK_SAME_OBJ", "Failed", true, false, "K", "Table orders exists"),
            finding("CHECK_SQL_MODE", "Warning", false, false, "K", null),
            finding("CHECK_SRC", "Failed", true, true, "K", null),
            finding("CHECK_MOON", "failed", false, false, null, null));

    assertThat(verdict.passed()).isFalse();
    assertThat(verdict.reason()).isEqualTo("The precheck failed: CHECK_SAME_OBJ, CHECK_MOON");
    assertThat(verdict.anySkippable()).isTrue();
    assertThat(verdict.items())
        .extracting(GateItem::name)
        .containsExactly("CHECK_SAME_OBJ", "CHECK_MOON");
    assertThat(verdict.items().get(0).message())
        .startsWith("an object of a chosen name exists on the primary; DTS says: Table orders");
  }

  @Test
  void aFailureWithoutAnItemIsNotSilent() {
    assertThat(failed())
        .isEqualTo(
            new PrecheckVerdict(
                false,
                "The precheck has not passed (DTS: PrecheckFailed), but DTS names no item that"
                    + " failed",
                List.of(
                    GateItem.of(
                        "precheck",
                        "DTS names no item",
                        "look at the job's precheck in the DTS console, then retry")),
                false));
  }
}
