package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** People who want the primary to have some rest. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class PauseTest {
  @Parameter PrimaryKind kind;

  @Test
  void aCopyIsPausedByHandAndResumedSlower() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.decide(
          with(with(decision("pause", null), "gate", null), "comment", "the shop is slow"));
      Gate gate = rehearsal.gate("pressure-1");
      assertThat(gate.kind()).isEqualTo(GateKind.PRESSURE);
      assertThat(gate.reason()).isEqualTo("Paused: ben wants a pause: the shop is slow");
      assertThat(rehearsal.calls("SuspendDtsJob")).isEqualTo(1);
      assertThat(rehearsal.status().task().state()).isEqualTo("Suspending");
      assertThat(gate.deadline()).isBeforeOrEqualTo(gate.since().plus(Duration.ofDays(6)));
      assertThat(rehearsal.rejected(decision("retry", "pressure-1")))
          .contains("it offers resume, abort");
      rehearsal.sleep(Duration.ofHours(1));
      rehearsal.decide(
          with(decision("resume", "pressure-1"), "migration", Map.of("maxRowsPerSecond", 2000)));
      rehearsal.until(
          "it goes on",
          status ->
              status.phase() != RestorePhase.MIGRATING
                  || status.doing().startsWith("DTS copies structure and rows"));
      RestoreReport report = rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.calls("ModifyDynamicConfig")).isEqualTo(1);
      assertThat(report.decisions())
          .extracting(record -> record.action())
          .containsExactly("pause", "resume");
    }
  }

  @Test
  void aDiskThatFillsUpPausesTheCopyUntilSomebodyResumes() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.until("the precheck", status -> status.phase() == RestorePhase.PRECHECKING);
      long gigabyte = 1L << 30;
      rehearsal.condition().setDiskUsedBytes(95 * gigabyte);
      Gate gate = rehearsal.gate("pressure-1");
      assertThat(gate.reason()).startsWith("Paused: ").contains("95 %").contains("85");
      rehearsal.condition().setDiskUsedBytes(40 * gigabyte);
      rehearsal.execute(gate, "resume");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aPauseIsRefusedWhereNothingIsWritten() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.rejected(Map.of("action", "pause", "actor", "ben")))
          .contains("the restore waits at approval-1: there is nothing to pause");
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
    }
  }

  @Test
  void aPauseThatNobodyEndsIsEndedWithTheRestore() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(
          with(
              unattended(request(rehearsal.lose("orders"))),
              "limits",
              Map.of("decisionDeadline", "P30D")));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.decide(Map.of("action", "pause", "actor", "ben"));
      rehearsal.gate("pressure-1");
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary()).contains("nobody decided at pressure-1 within PT144H");
    }
  }
}
