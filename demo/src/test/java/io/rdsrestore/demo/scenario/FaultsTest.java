package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.demo.oracle.PrimaryKind;
import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Looks that lie, databases that fail, keys that expire: nothing is bought twice or left. */
@ParameterizedClass(name = "{0}")
@MethodSource("io.rdsrestore.demo.oracle.PrimaryKind#eachByNight")
class FaultsTest {
  @Parameter PrimaryKind kind;

  private static final List<String> MAKERS =
      List.of(
          "CloneDBInstance",
          "ConfigureDtsJob",
          "CreateDtsInstance",
          "StartDtsJob",
          "CreateAccount",
          "CreateDatabase");

  private static final List<String> LOOKS =
      List.of(
          "DescribeDBInstanceAttribute",
          "DescribeDBInstances",
          "DescribeDtsJobs",
          "DescribeDtsJobDetail",
          "DescribePreCheckStatus",
          "DescribeAccounts",
          "DescribeDatabases",
          "DescribeBackups");

  @ParameterizedTest
  @ValueSource(strings = {"NotFound", "Failed"})
  void I9_aBackupSetThatIsNotThereForAMomentIsNotRefused(String state) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.lose("orders");
      rehearsal.fault(FaultRule.flap("DescribeBackups", state));
      rehearsal.start(
          with(
              unattended(request(rehearsal.now())),
              "restoreTo",
              Map.of("backupId", Rehearsal.USABLE_BACKUP)));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  static Stream<Arguments> flaps() {
    return Stream.concat(MAKERS.stream(), LOOKS.stream())
        .flatMap(action -> Stream.of(Arguments.of(action, null), Arguments.of(action, "NotFound")));
  }

  @ParameterizedTest
  @MethodSource("flaps")
  void I9_aStateSeenOnceIsNotFinal(String action, String state) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.flap(action, state));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void I9_statesThatFlapNowAndThenAreConfirmedFirst(long seed) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      var start = unattended(request(rehearsal.lose("orders")));
      rehearsal.chance(new RandomFaults(seed, 0, 0, 0, 0.05));
      rehearsal.start(start);
      RestoreStatus status =
          rehearsal.until("the end, or a gate", s -> s.waitingFor() != null || s.phase().isEnd());
      assertThat(status.waitingFor()).isNull();
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  static Stream<String> hiding() {
    return Stream.concat(
        MAKERS.stream().filter(action -> !action.equals("StartDtsJob")),
        Stream.of("DescribeDBInstances", "DescribeDBInstanceAttribute", "DescribeDtsJobs"));
  }

  @ParameterizedTest
  @MethodSource("hiding")
  void I1_whatIsNotShownYetIsNotMadeAgain(String action) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      long ms = Duration.ofMinutes(4).toMillis();
      rehearsal.fault(new FaultRule(action, null, Effect.hide, null, null, 1, ms));
      for (String lost : List.of("CloneDBInstance", "ConfigureDtsJob", "CreateDtsInstance")) {
        rehearsal.fault(FaultRule.lostAnswer(lost));
      }
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotFound", "Deleting", "Finished"})
  void I4_cleaningUpBelievesNoSingleLookEither(String state) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      for (String look : List.of("DescribeDBInstanceAttribute", "DescribeDtsJobDetail")) {
        rehearsal.fault(FaultRule.flap(look, state));
      }
      rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
      rehearsal.aborted();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void I9_aCopyThatSeemsFinishedOnceIsNotReleased() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.fault(FaultRule.flap("DescribeDtsJobs", "Finished"));
      RestoreReport report = rehearsal.completed();
      assertThat(Duration.between(report.startedAt(), report.endedAt()))
          .isGreaterThan(SkippedTime.TIMINGS.cloneCreation().plus(SkippedTime.TIMINGS.copy()));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"serverDown", "deadlock", "lockWait", "diskFull"})
  void aCopyThatItsDatabasesFailGoesOnAfterRetry(Effect effect) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(new FaultRule("DtsCopy", null, effect, null, null, null, null));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items()).contains("The copy by DTS job").contains("DTS-");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SuspendDtsJob, InternalError",
    "SuspendDtsJob, Forbidden.RAM",
    "SuspendDtsJob, InvalidJobStatus",
    "StopDtsJob, InternalError",
    "StopDtsJob, Forbidden.RAM",
    "StopDtsJob, InvalidJobStatus"
  })
  void I4_successFalseToStoppingDoesNotKeepTheJob(String action, String code) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.fault(new FaultRule(action, null, Effect.successFalse, code, null, null, null));
      rehearsal.signal(RestoreContract.SIGNAL_ABORT, Map.of("actor", "ben"));
      rehearsal.aborted();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void successFalseToAPauseIsAskedAboutAndNotTakenForOne() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.phase(RestorePhase.MIGRATING);
      rehearsal.fault(
          new FaultRule(
              "SuspendDtsJob", null, Effect.successFalse, "InternalError", null, 2, null));
      rehearsal.decide(with(decision("pause", null), "gate", null));
      rehearsal.gate("pressure-1");
      assertThat(rehearsal.calls("SuspendDtsJob")).isEqualTo(3);
      rehearsal.answer("resume", "pressure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"InternalError", "Forbidden.RAM"})
  void successFalseToASkipIsNotTakenForOne(String code) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(FaultRule.precheck("CHECK_TOPOLOGY", 2));
      rehearsal.fault(
          new FaultRule("SkipPreCheck", null, Effect.successFalse, code, null, null, null));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.gate("precheck-1");
      rehearsal.decide(
          with(decision("skipPrecheckItems", "precheck-1"), "items", List.of("CHECK_TOPOLOGY")));
      if (code.equals("Forbidden.RAM")) {
        Gate gate = rehearsal.gate("failure-1");
        assertThat(gate.reason() + gate.items()).contains("SkipPreCheck").contains(code);
        rehearsal.answer("retry", "failure-1");
      }
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.calls("SkipPreCheck")).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CloneDBInstance", "ConfigureDtsJob", "DescribeDtsJobs"})
  void anExpiredTokenIsAskedAboutAndRetried(String action) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal.fault(FaultRule.error(action, "InvalidSecurityToken.Expired", 400, 1));
      rehearsal.answer("approve", "approval-1");
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items()).contains("InvalidSecurityToken.Expired");
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"CloneDBInstance", "DescribeDBInstances", "ConfigureDtsJob"})
  void aSlowTrickleIsReadToItsEnd(String action) {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(new FaultRule(action, When.before, Effect.trickle, null, null, 1, 200L));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  @Test
  void I1_aPurchaseThatNeverArrivedIsLookedForSeldom() {
    try (Rehearsal rehearsal = Rehearsal.begin(kind)) {
      rehearsal.fault(
          new FaultRule("CloneDBInstance", When.before, Effect.reset, null, null, 1, null));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
      assertThat(rehearsal.calls("CloneDBInstance")).isEqualTo(2);
      // Ten minutes of looks every five seconds would be 120.
      assertThat(rehearsal.calls("DescribeDBInstances")).isLessThan(60);
    }
  }
}
