package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A restore for each plausible answer to what the documents leave open: it comes to its good end
 * with one clone and one job, whatever the real cloud turns out to be like.
 */
class VariantsTest {

  static Stream<Arguments> unusual() {
    return Arrays.stream(Variant.values())
        .flatMap(
            variant ->
                variant.plausible().stream().skip(1).map(value -> Arguments.of(variant, value)));
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("unusual")
  void aRestoreCompletesWithOneCloneAndOneJob(Variant variant, String value) {
    try (Rehearsal rehearsal = Rehearsal.begin(SandboxVariants.defaults().with(variant, value))) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest(name = "{0}={1}")
  @MethodSource("unusual")
  void aRestoreWhosePurchasesLoseTheirAnswersBuysOnce(Variant variant, String value) {
    try (Rehearsal rehearsal = Rehearsal.begin(SandboxVariants.defaults().with(variant, value))) {
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
    try (Rehearsal rehearsal = Rehearsal.begin(SandboxVariants.defaults().with(variant, value))) {
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
}
