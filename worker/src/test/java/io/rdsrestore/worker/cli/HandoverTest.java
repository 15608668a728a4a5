package io.rdsrestore.worker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person is given to finish by hand. */
class HandoverTest {
  private static final Map<String, String> MEMO =
      Map.of(
          "restoreId", "kmpz4hx7sx",
          "phase", "PRECHECKING",
          "waitingFor", "precheck-1",
          "account", "rr_kmpz4hx7sx",
          "cloneId", "rm-clone01",
          "cloneSince", "2026-11-22T09:00:00Z",
          "dtsJobId", "job01");

  @Test
  void theMemoAloneIsEnough() {
    Handover handover = Handover.of(Executions.withoutWorker(MEMO), "cn-hangzhou", null);

    assertThat(HandoverText.lines(handover))
        .contains(
            "restore/rm-primary01: how to finish by hand (no worker answers: from Temporal's memo)",
            "  region         cn-hangzhou",
            "  clone          rm-clone01, which costs",
            "  now    DTS console: precheck; look at what failed, mend it, check again until it passes",
            "    aliyun dts DeleteDtsJob --RegionId cn-hangzhou --DtsJobId job01",
            "    aliyun rds DeleteDBInstance --RegionId cn-hangzhou --DBInstanceId rm-clone01")
        .anyMatch(line -> line.startsWith("  done   Clone rm-clone01"))
        .anyMatch(line -> line.startsWith("  to do  DTS console: confirm the purchase"));
  }

  @Test
  void whatIsNotThereIsNotRemovedAndThePrimaryNever() {
    Handover handover =
        Handover.of(
            Executions.withoutWorker(
                Map.of(
                    "phase",
                    "PLANNING",
                    "phaseSince",
                    "2026-11-22T09:00:00Z",
                    "waitingFor",
                    "nothing",
                    "cloneId",
                    "rm-released-before")),
            "cn-hangzhou",
            null);

    assertThat(handover.cloneId()).isNull();
    assertThat(handover.waitingFor()).isNull();
    assertThat(handover.removeWith())
        .singleElement()
        .asString()
        .startsWith("aliyun rds ModifySecurityIps ");
  }

  @Test
  void aCloneThatAnOlderVersionBoughtIsNotForgotten() {
    Map<String, String> older = Map.of("phase", "CLONING", "cloneId", "rm-clone01");

    assertThat(Handover.of(Executions.withoutWorker(older), "cn-hangzhou", null).cloneId())
        .isEqualTo("rm-clone01");
  }

  @ParameterizedTest
  @CsvSource({"REFUSED: no such table, true", "NEEDS_PERSON: no, false", ", false"})
  void aRefusedRestoreHasNothingToFinish(String failure, boolean nothing) {
    Execution ended =
        new Execution(
            Executions.WORKFLOW,
            "run",
            WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_FAILED,
            null,
            null,
            failure,
            MEMO,
            null);

    assertThat(HandoverCommand.nothingToFinish(ended).isPresent()).isEqualTo(nothing);
    if (nothing) {
      assertThat(HandoverCommand.nothingToFinish(ended).orElseThrow())
          .contains("nothing was changed or bought", "./rds-restore report rm-primary01");
    }
  }

  @Test
  void whatOutlivesItsRestoreNamesThePrimaryAndNotItself() {
    Handover handover = Handover.of(Executions.withoutWorker(MEMO), "cn-hangzhou", "rm-primary02");

    assertThat(handover.primaryId()).isEqualTo("rm-primary02");
    assertThat(handover.removeWith())
        .anyMatch(line -> line.contains("--DBInstanceId rm-primary02"));
  }
}
