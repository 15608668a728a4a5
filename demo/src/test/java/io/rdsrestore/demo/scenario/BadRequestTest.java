package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.PRIMARY;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.demo.temporal.SkippedTime;
import io.rdsrestore.sandbox.settings.PrimarySpec;
import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.status.RestoreReport;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What no person can mend for a request ends it at once, with words, before any cloud write. */
class BadRequestTest {
  private static final Instant THEN = Instant.parse("2026-11-23T01:00:00Z");

  static Stream<Arguments> requests() {
    Map<String, Object> good = request(THEN);
    return Stream.of(
        Arguments.of(with(good, "restoreTo", Map.of("time", "2026-11-23T01:00:00")), "has no zone"),
        Arguments.of(
            with(good, "restoreTo", Map.of("time", "2026-11-23T01:00:00.5Z")),
            "has fractions of a second"),
        Arguments.of(
            with(good, "restoreTo", Map.of("time", "2026-11-24T01:00:00Z")), "is in the future"),
        Arguments.of(with(good, "restoreTo", Map.of()), "needs time or backupId"),
        Arguments.of(
            with(good, "restoreTo", Map.of("time", THEN.toString(), "backupId", "1000000001")),
            "has both time and backupId"),
        Arguments.of(
            with(
                good,
                "objects",
                List.of(
                    Map.of(
                        "database",
                        "shop",
                        "tables",
                        List.of("orders", Map.of("name", "items", "as", "orders"))))),
            "objects[0].tables[1]"),
        Arguments.of(
            with(
                good,
                "objects",
                List.of(
                    Map.of("database", "shop", "as", "copy"),
                    Map.of("database", "crm", "as", "copy"))),
            "objects[1]"),
        Arguments.of(with(good, "instanceID", PRIMARY), "instanceID"),
        Arguments.of(with(good, "clone", Map.of("keepFor", "some days")), "clone.keepFor"),
        Arguments.of(with(good, "approval", "notRequired"), "termsAccepted"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void isRefusedBeforeAnyCallToTheCloud(Map<String, Object> request, String reason) {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(request);
      ApplicationFailure refusal = rehearsal.refusal();
      assertThat(refusal.getType()).isEqualTo(RestoreErrorCode.INVALID_REQUEST.name());
      assertThat(refusal.getOriginalMessage())
          .contains("nothing was changed or bought")
          .contains(reason);
      assertThat(rehearsal.hook().activities()).isEmpty();
    }
  }

  @Test
  void somethingThatIsNoRequestIsRefusedToo() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start(RestoreContract.workflowId(PRIMARY), List.of("restore", "please"));
      assertThat(rehearsal.refusal().getOriginalMessage()).contains("must be a JSON object");
    }
  }

  @Test
  void allProblemsAreToldInOneAnswer() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Map<String, Object> request = with(request(THEN), "restoreTo", Map.of());
      request.remove("reason");
      rehearsal.start("restore/rm-another", with(request, "objects", List.of()));
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("restoreTo")
          .contains("reason")
          .contains("objects");
    }
  }

  @Test
  void theWorkflowIdIsTheLock() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.start("my-restore", request(THEN));
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("my-restore must be restore/" + PRIMARY);
    }
  }

  @Test
  void aSecondRestoreOfTheSameInstanceCannotStart() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Instant restoreTo = rehearsal.lose("orders");
      rehearsal.start(request(restoreTo));
      rehearsal.gate("approval-1");
      assertThatThrownBy(() -> rehearsal.start(request(restoreTo)))
          .isInstanceOf(WorkflowExecutionAlreadyStarted.class);
      rehearsal.answer("approve", "approval-1");
      rehearsal.completed();
      rehearsal.assertBought(1, 1);
    }
  }

  static Stream<Arguments> primaries() {
    return Stream.of(
        Arguments.of(Rehearsal.primary().dbInstanceType("Readonly"), "is not a primary instance"),
        Arguments.of(Rehearsal.primary().category("Basic"), "Basic edition"),
        Arguments.of(Rehearsal.primary().engine("MySQL", "5.1"), "supported are MySQL 5.5, 5.6"),
        Arguments.of(Rehearsal.primary().engine("PostgreSQL", "16.0"), "not offered for"),
        Arguments.of(Rehearsal.primary().region("cn-shanghai"), "There is no instance"),
        Arguments.of(
            PrimarySpec.mysql("rm-another").database("shop", "orders"), "There is no instance"),
        Arguments.of(Rehearsal.primary().logBackup(false), "log backup of"),
        Arguments.of(
            Rehearsal.primary().windowBegin(Instant.parse("2026-11-23T01:30:00Z")),
            "is before the recovery window"));
  }

  @ParameterizedTest
  @MethodSource("primaries")
  void aPrimaryThatCannotBeRestoredIsRefused(PrimarySpec.Builder primary, String reason) {
    try (Rehearsal rehearsal = Rehearsal.begin(primary)) {
      rehearsal.start(request(THEN));
      ApplicationFailure refusal = rehearsal.refusal();
      assertThat(refusal.getType()).isEqualTo(RestoreErrorCode.REFUSED.name());
      assertThat(refusal.getOriginalMessage())
          .startsWith("Refused, nothing was changed or bought: ")
          .contains(reason);
      rehearsal.assertBought(0, 0);
      assertThat(rehearsal.calls("ModifySecurityIps") + rehearsal.calls("CreateAccount")).isZero();
    }
  }

  static Stream<Arguments> objects() {
    return Stream.of(
        Arguments.of(Map.of("database", "shap"), "database shap is neither on"),
        Arguments.of(
            Map.of("database", "shop", "tables", List.of("order")), "does not hold shop.order"));
  }

  @ParameterizedTest
  @MethodSource("objects")
  void anObjectThatTheBackupDoesNotHoldIsRefused(Map<String, Object> object, String reason) {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.lose("orders");
      Map<String, Object> request =
          with(request(THEN), "restoreTo", Map.of("backupId", Rehearsal.USABLE_BACKUP));
      rehearsal.start(with(request, "objects", List.of(object)));
      assertThat(rehearsal.refusal().getOriginalMessage()).contains(reason);
      rehearsal.assertBought(0, 0);
    }
  }

  /** Of a time the list may be that of the backup before: only a person can tell. */
  @Test
  void anObjectThatRdsDoesNotListForATimeIsAskedAbout() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      Map<String, Object> shap = Map.of("database", "shap");
      rehearsal.start(with(request(rehearsal.lose("orders")), "objects", List.of(shap)));
      assertThat(rehearsal.gate("approval-1").items().toString())
          .contains("database shap is neither on rm-primary01 nor in RDS's list for");
      rehearsal.answer("abort", "approval-1");
      rehearsal.aborted();
      rehearsal.assertBought(0, 0);
    }
  }

  static Stream<Arguments> backups() {
    return Stream.of(
        Arguments.of("1000000002", "backup set 1000000002 of rm-primary01 cannot be restored"),
        Arguments.of("1000000009", "backup set 1000000009 is not among those"));
  }

  @ParameterizedTest
  @MethodSource("backups")
  void aBackupSetThatCannotBeRestoredIsRefused(String backupId, String reason) {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.lose("orders");
      rehearsal.start(with(request(THEN), "restoreTo", Map.of("backupId", backupId)));
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains(reason)
          .contains("restore the nearest usable backup set")
          .contains(Rehearsal.USABLE_BACKUP);
    }
  }

  static Stream<Arguments> states() {
    return Stream.of(
        Arguments.of(Rehearsal.primary().lockMode("LockByDiskQuota"), "its disk is full"),
        Arguments.of(Rehearsal.primary().status("Restarting"), "is Restarting"));
  }

  @ParameterizedTest
  @MethodSource("states")
  void whatMayPassIsAskedAbout(PrimarySpec.Builder primary, String reason) {
    try (Rehearsal rehearsal = Rehearsal.begin(primary)) {
      rehearsal.start(unattended(request(THEN)));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items()).contains(reason).contains("retry");
      rehearsal.answer("retry", "failure-1");
      rehearsal.gate("failure-2");
      rehearsal.answer("abort", "failure-2");
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary()).contains("aborted by ben").contains("Nothing was restored");
      rehearsal.assertBought(0, 0);
      assertThat(rehearsal.calls("ModifySecurityIps") + rehearsal.calls("CreateAccount")).isZero();
    }
  }

  @Test
  void anInstantThatTheLogsHaveNotReachedIsWaitedFor() {
    try (Rehearsal rehearsal = Rehearsal.begin()) {
      rehearsal.lose("items");
      Instant justNow = rehearsal.now().truncatedTo(ChronoUnit.SECONDS);
      rehearsal.sleep(Duration.ofSeconds(1));
      rehearsal.memory().dropTable(PRIMARY, "shop", "orders");
      rehearsal.start(unattended(request(justNow)));
      rehearsal.until("the wait", status -> status.doing().contains("recovery window"));
      rehearsal.assertBought(0, 0);
      rehearsal.completed();
      assertThat(rehearsal.bought("clone").get(0).boughtAt())
          .isAfterOrEqualTo(justNow.plus(SkippedTime.TIMINGS.recoveryLag()));
    }
  }
}
