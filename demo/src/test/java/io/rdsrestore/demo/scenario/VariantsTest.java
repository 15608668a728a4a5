package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A restore for each plausible answer to what the documents leave open: it comes to its good end
 * with one clone and one job, whatever the real cloud turns out to be like.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class VariantsTest {
  @Parameter PrimaryKind kind;

  static Stream<Arguments> unusual() {
    return Arrays.stream(Variant.values())
        .flatMap(
            variant ->
                variant.plausible().stream().skip(1).map(value -> Arguments.of(variant, value)));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("unusual")
  void aRestoreCompletesWithOneCloneAndOneJob(Variant variant, String value) {
    try (Rehearsal rehearsal =
        Rehearsal.begin(kind, SandboxVariants.defaults().with(variant, value))) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("unusual")
  void aRestoreWhosePurchasesLoseTheirAnswersBuysOnce(Variant variant, String value) {
    try (Rehearsal rehearsal =
        Rehearsal.begin(kind, SandboxVariants.defaults().with(variant, value))) {
      for (String action : List.of("CloneDBInstance", "ConfigureDtsJob", "CreateDtsInstance")) {
        rehearsal.fault(FaultRule.lostAnswer(action));
      }
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("unusual")
  void anAbortWhileDtsCopiesLeavesNothing(Variant variant, String value) {
    try (Rehearsal rehearsal =
        Rehearsal.begin(kind, SandboxVariants.defaults().with(variant, value))) {
      for (String action : List.of("DeleteDtsJob", "DeleteDBInstance")) {
        rehearsal.fault(FaultRule.lostAnswer(action));
      }
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
      rehearsal.aborted();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void accountsThatTheApiCannotMakeAreAskedAboutBeforeAnythingIsBought() {
    try (Rehearsal rehearsal =
        Rehearsal.begin(
            Rehearsal.primary().engine("MySQL", "5.6"),
            SandboxVariants.defaults().with(Variant.accountsBySqlOnly, true))) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items()).contains("managed by SQL");
      rehearsal.assertBought(0, 0);
      rehearsal.answer("abort", "failure-1");
      rehearsal.aborted();
    }
  }

  @Test
  void aJobThatWasPausedForTooLongIsAskedAbout() {
    try (Rehearsal rehearsal =
        Rehearsal.begin(kind, SandboxVariants.defaults().with(Variant.resumableFor, "PT6H"))) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.decide(with(decision("pause", null), "gate", null));
      rehearsal.gate("pressure-1");
      rehearsal.sleep(Duration.ofHours(7));
      rehearsal.answer("resume", "pressure-1");
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items()).contains("StartDtsJob");
      rehearsal.answer("abort", "failure-1");
      rehearsal.aborted();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUnboughtJobIsRemovedOrSaidToBeLeft(boolean deletable) {
    try (Rehearsal rehearsal =
        Rehearsal.begin(
            kind, SandboxVariants.defaults().with(Variant.unboughtJobDeletable, deletable))) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("failure-1");
      rehearsal.answer("abort", "failure-1");
      RestoreReport report = rehearsal.report();
      assertThat(report.end()).isEqualTo(RestorePhase.ABORTED);
      assertThat(rehearsal.left()).isEmpty();
      rehearsal.assertBought(1, 0);
      assertThat(report.left().toString().contains("never bought")).isEqualTo(!deletable);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theGateShowsSentencesWhereverTheyAre(boolean inErrDetail) {
    try (Rehearsal rehearsal =
        Rehearsal.begin(
            kind, SandboxVariants.defaults().with(Variant.sentencesInErrDetail, inErrDetail))) {
      rehearsal.fault(FaultRule.precheck("CHECK_TOPOLOGY", 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("precheck-1");
      assertThat(gate.items().toString()).contains("Failed on request: CHECK_TOPOLOGY.");
      rehearsal.answer("retry", "precheck-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void aVariantMayChangeInTheMiddleOfARestore() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal
          .variants()
          .set(
              Map.of(
                  "restsInPreCheckPass",
                  true,
                  "success",
                  "string",
                  "dtsRefusesBySuccessFalse",
                  true,
                  "secondPurchase",
                  "made"));
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }
}
