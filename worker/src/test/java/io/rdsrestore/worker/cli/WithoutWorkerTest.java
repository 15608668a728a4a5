package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.language.Language;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known of a restore when nobody answers for it, and what became of unused signals. */
class WithoutWorkerTest {

  @Test
  void theMemoTellsThatAPersonIsWaitedForAndASignalIsShown() {
    Execution execution = execution(null, Map.of("phase", "CLONING", "waitingFor", "failure-1"));

    assertThat(execution.exitCode()).isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(new StatusText(Times.local()).lines(execution))
        .contains(
            "  temporal workflow signal --workflow-id restore/rm-1 --name retry --input '{\"gate\":\"failure-1\",\"actor\":\"YOU\"}'");
  }

  /** An approval without its gate would be recorded as ignored, and the restore would wait on. */
  @Test
  void theSignalForADecisionNamesTheGateThatItAnswers() {
    Execution execution = execution(null, Map.of("phase", "PLANNING", "waitingFor", "approval-1"));

    assertThatThrownBy(() -> GateChoice.of(Action.APPROVE, null, execution))
        .hasMessageEndingWith(
            "--name decide --input '{\"action\":\"approve\",\"gate\":\"approval-1\",\"actor\":\"YOU\"}'");
    assertThatThrownBy(() -> GateChoice.of(Action.ABORT, null, execution))
        .hasMessageEndingWith("--name decide --input '{\"action\":\"abort\",\"actor\":\"YOU\"}'");
  }

  /** Such a signal would be thrown away. */
  @Test
  void noSignalIsOfferedWhereNoGateWasOpen() {
    Execution execution = execution(null, Map.of("phase", "CLONING", "waitingFor", "nothing"));

    assertThatThrownBy(() -> GateChoice.of(Action.APPROVE, null, execution))
        .hasMessageContaining("no gate was open")
        .hasMessageNotContaining("temporal workflow signal");
    assertThatThrownBy(() -> GateChoice.of(Action.APPROVE, "approval-1", execution))
        .hasMessageContaining("\"gate\":\"approval-1\"");
  }

  @Test
  void theMemoIsSaidInTheWordsOfAStatusInBothLanguages() {
    Map<String, String> memo =
        Map.of(
            "restoreId", "abcdefgh23", "cloneId", "rm-c", "dtsJobId", "j", "waitingFor", "cost-1");
    List<String> lines = MemoLines.of(memo);

    assertThat(lines)
        .containsExactly(
            "  restore        abcdefgh23",
            "  waits for      cost-1",
            "  clone          rm-c",
            "  DTS task       j");
    assertThat(lines.stream().map(new Speaker(Language.ZH)::line))
        .noneMatch(line -> line.matches(".*(restore|clone|task|waits).*"));
  }

  @Test
  void aRestoreThatWaitsForNobodyIsNotSaidToButStandsStill() {
    Execution execution = execution(null, Map.of("phase", "CLONING", "waitingFor", "nothing"));

    assertThat(execution.exitCode()).as("for a worker").isEqualTo(ExitCode.PERSON_NEEDED);
    assertThat(execution.gateWithoutWorker()).isNull();
    assertThat(new StatusText(Times.local()).lines(execution))
        .contains("  No worker answers, so it stands still: ./rds-restore worker starts one.");
  }

  @Test
  void whatWasNotUsedIsShownWithTheReason() {
    DecisionRecord ignored =
        new DecisionRecord(
            1,
            Instant.EPOCH,
            DecisionOutcome.IGNORED,
            null,
            null,
            null,
            false,
            null,
            null,
            "it is not JSON");
    RestoreStatus status =
        new RestoreStatus(
            "abcdefgh23",
            "rm-1",
            "cn-hangzhou",
            RestorePhase.CLONING,
            null,
            "waiting",
            null,
            null,
            null,
            null,
            List.of(ignored),
            List.of(),
            null,
            null,
            null);

    assertThat(new StatusText(Times.local()).lines(execution(status, Map.of())))
        .anyMatch(
            line ->
                Seam.closed(line)
                    .matches("  not used       something unreadable, .*: it is not JSON"));
  }

  @Test
  void onlyWhatHasBegunIsSaidToCostOn() {
    assertThat(new StatusText(Times.local()).lines(failed("REFUSED: Refused, nothing was changed")))
        .noneMatch(line -> line.contains("costs on"));
    assertThat(new StatusText(Times.local()).lines(failed("terminated")))
        .anyMatch(line -> line.contains("what it bought costs on"));
  }

  private static Execution failed(String because) {
    return new Execution(
        "restore/rm-1",
        "run",
        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED,
        null,
        null,
        because,
        Map.of(),
        null);
  }

  private static Execution execution(RestoreStatus status, Map<String, String> memo) {
    return new Execution(
        "restore/rm-1",
        "run",
        WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
        status,
        null,
        null,
        memo,
        null);
  }
}
