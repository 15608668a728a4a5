package io.rdsrestore.demo.scenario;

import static io.rdsrestore.demo.scenario.Rehearsal.decision;
import static io.rdsrestore.demo.scenario.Rehearsal.request;
import static io.rdsrestore.demo.scenario.Rehearsal.unattended;
import static io.rdsrestore.demo.scenario.Rehearsal.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.aliyuncs.rds.model.v20140815.TagResourcesRequest;
import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.RestorePhase;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.DecisionOutcome;
import io.rdsrestore.workflows.decision.DecisionRecord;
import io.rdsrestore.workflows.decision.Gate;
import io.rdsrestore.workflows.plan.PlanCheck;
import io.rdsrestore.workflows.policy.Forbidden;
import io.rdsrestore.workflows.policy.Policy;
import io.rdsrestore.workflows.policy.PolicyRule;
import io.rdsrestore.workflows.policy.PolicyScope;
import io.rdsrestore.workflows.status.RestoreReport;
import io.rdsrestore.workflows.status.RestoreStatus;
import io.temporal.failure.ApplicationFailure;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A worker with a policy: what it forbids is refused with the rule's name, whoever asks. */
class PolicyTest {
  private static final PolicyRule NOTHING =
      new PolicyRule("nothing", null, null, null, false, false, List.of(), null);

  private static PolicyRule fourEyes() {
    return new PolicyRule(
        "four-eyes", null, null, null, true, true, List.of(), "production needs two people");
  }

  private static PolicyRule cost(BigDecimal most) {
    return new PolicyRule("cost-cap", null, null, most, false, false, List.of(), null);
  }

  private static PolicyRule forbids(Forbidden... deeds) {
    return new PolicyRule("hands-off", null, null, null, false, false, List.of(deeds), null);
  }

  private static PolicyRule only(PolicyScope scope) {
    return new PolicyRule("ours-only", null, scope, null, false, false, List.of(), null);
  }

  private static Rehearsal begin(PolicyRule... rules) {
    return Rehearsal.begin(to -> to.under(new Policy(List.of(rules))));
  }

  @Test
  void anotherRegionIsRefusedBeforeAnythingIsDone() {
    try (Rehearsal rehearsal = begin(only(new PolicyScope(List.of("cn-sh*"), null, null)))) {
      ApplicationFailure refused = rehearsal.start(request(rehearsal.lose("orders"))).refusal();
      assertThat(refused.getType()).isEqualTo(RestoreErrorCode.REFUSED.name());
      assertThat(refused.getOriginalMessage())
          .contains("policy rule ours-only refuses it: region cn-hangzhou is not cn-sh*");
      assertThat(rehearsal.calls("CloneDBInstance")).isZero();
      assertThat(rehearsal.calls("ModifySecurityIps")).isZero();
    }
  }

  @Test
  void whatHasNoTagIsRefusedUntilSomebodyTagsIt() {
    try (Rehearsal rehearsal =
        begin(only(new PolicyScope(null, null, Map.of("restore", "allowed"))))) {
      Instant before = rehearsal.lose("orders");
      assertThat(rehearsal.start(request(before)).refusal().getOriginalMessage())
          .contains("policy rule ours-only refuses it: instance rm-primary01 has no tag restore=");
      tag(rehearsal, "restore", "allowed");
      rehearsal.start(request(before));
      Gate gate = rehearsal.gate("approval-1");
      assertThat(rehearsal.status().plan().checks())
          .contains(PlanCheck.ok("policy", "the request keeps the rules ours-only"));
      assertThat(gate.gate()).isEqualTo("approval-1");
      rehearsal.approve();
      rehearsal.completed();
    }
  }

  private static void tag(Rehearsal rehearsal, String key, String value) {
    TagResourcesRequest.Tag tag = new TagResourcesRequest.Tag();
    tag.setKey(key);
    tag.setValue(value);
    TagResourcesRequest wanted = new TagResourcesRequest();
    wanted.setResourceType("INSTANCE");
    wanted.setResourceIds(List.of(Rehearsal.PRIMARY));
    wanted.setTags(List.of(tag));
    rehearsal.somebody(wanted);
  }

  @Test
  void everyBreachOfARequestIsNamed() {
    try (Rehearsal rehearsal =
        begin(
            fourEyes(),
            cost(BigDecimal.TEN),
            forbids(Forbidden.KEEP_CLONE, Forbidden.SWAP, Forbidden.MERGE))) {
      Map<String, Object> wanted = unattended(request(rehearsal.lose("orders")));
      wanted = with(wanted, "limits", Map.of("maxCost", 11));
      wanted = with(wanted, "clone", Map.of("keepFor", "P1D"));
      wanted = with(wanted, "afterwards", "ask");
      assertThat(rehearsal.start(wanted).refusal().getOriginalMessage())
          .contains("policy rule four-eyes refuses it: approval notRequired is not allowed")
          .contains("policy rule cost-cap refuses it: limits.maxCost 11 is more than the 10")
          .contains("policy rule hands-off refuses it: it forbids keepClone")
          .contains("policy rule hands-off refuses it: swap and merge are both forbidden");
    }
  }

  @Test
  void whoHasAskedCannotApproveByUpdateOrSignal() {
    try (Rehearsal rehearsal = begin(fourEyes())) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      String refused = "policy rule four-eyes refuses it: ";
      Map<String, Object> own = with(decision("approve", "approval-1"), "actor", " ANA ");
      assertThat(rehearsal.rejected(own))
          .contains(refused + "ANA has asked for this restore")
          .contains("production needs two people");
      rehearsal.signal("approve", own);
      Map<String, Object> nobody = decision("approve", "approval-1");
      nobody.remove("actor");
      assertThat(rehearsal.rejected(nobody)).contains(refused + "whoever approves must say who");
      rehearsal.signal("decide", nobody);
      assertThat(rehearsal.gate("approval-1").gate()).isEqualTo("approval-1");
      List<DecisionRecord> records = rehearsal.status().decisions();
      assertThat(records).hasSize(2);
      assertThat(records)
          .allSatisfy(
              one -> {
                assertThat(one.outcome()).isEqualTo(DecisionOutcome.IGNORED);
                assertThat(one.note()).startsWith(refused);
                assertThat(one.actorVerified()).isFalse();
              });
      rehearsal.approve();
      rehearsal.completed();
    }
  }

  @Test
  void whatIsForbiddenIsNeitherOfferedNorTaken() {
    try (Rehearsal rehearsal =
        begin(
            forbids(
                Forbidden.CHANGE_OBJECTS, Forbidden.CHANGE_RESTORE_POINT, Forbidden.KEEP_CLONE))) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(unattended(request(rehearsal.lose("orders"))));
      Gate gate = rehearsal.gate("failure-1");
      assertThat(Rehearsal.offered(gate)).containsExactly(Action.RETRY, Action.ABORT);
      assertThat(gate.commands()).noneMatch(line -> line.contains("keepClone"));
      String refused = "policy rule hands-off refuses it: it forbids ";
      assertThat(
              rehearsal.rejected(
                  with(decision("changeObjects", "failure-1"), "target", "sideBySide")))
          .contains(refused + "changeObjects");
      Map<String, Object> keep = with(decision("abort", null), "keepClone", true);
      assertThat(rehearsal.rejected(keep)).contains(refused + "keepClone");
      rehearsal.signal("abort", keep);
      assertThat(rehearsal.gate("failure-1").gate()).isEqualTo("failure-1");
      rehearsal.decide(decision("abort", null));
      assertThat(rehearsal.aborted().end()).isEqualTo(RestorePhase.ABORTED);
    }
  }

  @Test
  void nobodyRaisesTheCostAboveThePolicy() {
    BigDecimal hour;
    try (Rehearsal rehearsal = begin(NOTHING)) {
      hour = rehearsal.pricePerHour();
    }
    BigDecimal cap = hour.multiply(BigDecimal.valueOf(3));
    try (Rehearsal rehearsal = begin(cost(cap))) {
      rehearsal.fault(FaultRule.error("CreateDtsInstance", "InsufficientBalance", 400, 1));
      rehearsal.start(
          with(unattended(request(rehearsal.lose("orders"))), "limits", Map.of("maxCost", hour)));
      Gate gate = rehearsal.until("the cost", PolicyTest::asksForCost).waitingFor();
      String raise =
          gate.commands().stream().filter(line -> line.contains("maxCost")).findFirst().get();
      assertThat(new BigDecimal(Rehearsal.decisionIn(raise).get("maxCost").toString()))
          .isEqualByComparingTo(cap);
      assertThat(rehearsal.rejected(with(decision("approve", "cost-1"), "maxCost", 1000)))
          .contains("policy rule cost-cap refuses it: maxCost 1000 is more than the");
      rehearsal.decide(with(decision("approve", "cost-1"), "maxCost", cap));
      RestoreStatus capped = rehearsal.until("the cap", PolicyTest::tellsOfTheCap);
      assertThat(capped.waitingFor().gate())
          .as("what else is asked can be answered meanwhile")
          .isEqualTo("failure-1");
      RestoreReport report = rehearsal.aborted();
      assertThat(report.summary())
          .contains("was reached, and policy rule cost-cap lets nobody raise it");
      assertThat(report.cost().amount()).isLessThanOrEqualTo(cap);
    }
  }

  private static boolean tellsOfTheCap(RestoreStatus status) {
    return status.waitingFor() != null
        && status.timeline().stream()
            .anyMatch(entry -> entry.text().endsWith("policy rule cost-cap lets nobody raise it"));
  }

  private static boolean asksForCost(RestoreStatus status) {
    return status.waitingFor() != null && status.waitingFor().gate().startsWith("cost-");
  }

  @Test
  void thePolicysLimitCountsWhereTheRequestHasNone() {
    try (Rehearsal rehearsal = begin(cost(new BigDecimal("0.01")))) {
      assertThat(rehearsal.start(request(rehearsal.lose("orders"))).refusal().getOriginalMessage())
          .contains("the limit of policy rule cost-cap is 0.01");
    }
  }

  @ParameterizedTest
  @CsvSource({"EnsureWhitelist, CloneDBInstance", "EnsureJob, CreateDtsInstance"})
  void aPolicyThatHasChangedSinceThePlanStopsThePurchase(String meanwhile, String purchase) {
    List<PolicyRule> rules = new ArrayList<>(List.of(NOTHING));
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(rules)))) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rehearsal
          .hook()
          .once(
              meanwhile,
              () -> rules.set(0, only(new PolicyScope(null, List.of("rm-other*"), null))));
      rehearsal.approve();
      Gate gate = rehearsal.gate("failure-1");
      assertThat(gate.reason() + gate.items())
          .contains("policy rule ours-only refuses it: instance rm-primary01 is not rm-other*");
      assertThat(rehearsal.calls(purchase)).isZero();
      rules.set(0, NOTHING);
      rehearsal.answer("retry", "failure-1");
      rehearsal.completed();
    }
  }

  @Test
  void aPolicyThatHasChangedBeforeTheApprovalRefuses() {
    List<PolicyRule> rules = new ArrayList<>(List.of(NOTHING));
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(rules)))) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rules.set(0, only(new PolicyScope(null, List.of("rm-other*"), null)));
      rehearsal.approve();
      assertThat(rehearsal.refusal().getOriginalMessage()).contains("policy rule ours-only");
      assertThat(rehearsal.calls("ModifySecurityIps")).isZero();
    }
  }

  /** The approval was of another limit: whoever gave it is told, and by which rule. */
  @Test
  void aCostLimitThatWasLoweredBelowAnHourRefusesAndSaysThatItChanged() {
    List<PolicyRule> rules = new ArrayList<>(List.of(NOTHING));
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(rules)))) {
      rehearsal.start(request(rehearsal.lose("orders")));
      String hash = rehearsal.gate("approval-1").planHash();
      rules.set(0, cost(new BigDecimal("0.01")));
      rehearsal.approve();
      assertThat(rehearsal.refusal().getOriginalMessage())
          .contains("plan " + hash + " was approved, and then this changed: one hour of the clone")
          .contains("the limit of policy rule cost-cap is 0.01");
      assertThat(rehearsal.calls("ModifySecurityIps")).isZero();
    }
  }

  @Test
  void aCostLimitThatWasLoweredBelowTheExpectedCostIsAskedAgain() {
    BigDecimal hour;
    try (Rehearsal rehearsal = begin(NOTHING)) {
      hour = rehearsal.pricePerHour();
    }
    List<PolicyRule> rules = new ArrayList<>(List.of(cost(hour.multiply(BigDecimal.TEN))));
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(rules)))) {
      rehearsal.start(
          with(
              request(rehearsal.lose("orders")),
              "migration",
              Map.of("maxBytesPerSecond", 1 << 20)));
      rehearsal.gate("approval-1");
      assertThat(rehearsal.status().plan().expectedCost()).isGreaterThan(hour);
      rules.set(0, cost(hour));
      rehearsal.approve();
      Gate again = rehearsal.gate("approval-2");
      assertThat(again.reason())
          .startsWith("Asked again: plan ")
          .contains("the limit of policy rule cost-cap is " + hour.toPlainString());
      rehearsal.answer("approve", "approval-2");
      rehearsal.completed();
    }
  }

  @Test
  void aCostLimitThatWasLoweredWithinWhatIsExpectedIsTold() {
    List<PolicyRule> rules = new ArrayList<>(List.of(NOTHING));
    try (Rehearsal rehearsal = Rehearsal.begin(to -> to.under(new Policy(rules)))) {
      rehearsal.start(request(rehearsal.lose("orders")));
      rehearsal.gate("approval-1");
      rules.set(0, cost(new BigDecimal(500)));
      rehearsal.approve();
      rehearsal.completed();
      assertThat(rehearsal.status().timeline().toString())
          .contains("The policy has changed since the plan was made: ")
          .contains("the limit of policy rule cost-cap is 500");
    }
  }
}
