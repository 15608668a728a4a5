package io.rdsrestore.workflows.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.decision.Action;
import io.rdsrestore.workflows.decision.Decision;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyJudgeTest {
  private static final InstanceReference INSTANCE =
      new InstanceReference("cn-hangzhou", "rm-primary01");

  private static final RestoreRequest REQUEST =
      RestoreRequest.of(
          "cn-hangzhou", "rm-primary01", RestorePoint.backup("1"), List.of(), "Ana", "INC-1");

  private static final PolicyRule EVERYTHING =
      new PolicyRule(
          "everything",
          null,
          new PolicyScope(List.of("nowhere"), null, null),
          BigDecimal.ONE,
          true,
          true,
          Arrays.asList(Forbidden.values()),
          null);

  private static PolicyFacts facts(PolicyRule... rules) {
    return new Policy(List.of(rules)).of(INSTANCE, Map.of("env", "prod-1"));
  }

  private static PolicyRule rule(String name, PolicyScope where, BigDecimal maxCost) {
    return new PolicyRule(name, where, null, maxCost, false, true, List.of(), null);
  }

  private static Optional<String> approvedBy(String actor) {
    return PolicyJudge.ofDecision(
        facts(rule("two", null, null)),
        REQUEST,
        Decision.of(Action.APPROVE, "cost-1", actor, null));
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"ABORT", "WITHDRAW", "PAUSE", "RESUME", "RETRY", "LEAVE", "UNDO"})
  void nobodyIsStuckWhateverTheRules(Action action) {
    assertThat(
            PolicyJudge.ofDecision(
                facts(EVERYTHING), REQUEST, Decision.of(action, null, "ana", null)))
        .isEmpty();
    assertThat(PolicyJudge.forbids(facts(EVERYTHING), action, false)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Forbidden.class)
  void eachThatCanBeForbiddenIsRefusedByName(Forbidden deed) {
    Arrays.stream(Action.values())
        .filter(action -> Forbidden.of(action).equals(Optional.of(deed)))
        .forEach(
            action ->
                assertThat(
                        PolicyJudge.ofDecision(
                            facts(EVERYTHING), REQUEST, Decision.of(action, null, "ben", null)))
                    .hasValueSatisfying(
                        said ->
                            assertThat(said)
                                .isEqualTo(
                                    "policy rule everything refuses it: it forbids "
                                        + deed.word())));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", " ", "ana", "ANA", "\tAna "})
  void whoHasAskedOrSaysNotWhoDoesNotApprove(String actor) {
    assertThat(approvedBy(actor))
        .hasValueSatisfying(said -> assertThat(said).startsWith("policy rule two refuses it: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ben", "ana2", "an a"})
  void somebodyElseDoes(String actor) {
    assertThat(approvedBy(actor)).isEmpty();
  }

  @Test
  void theStrictestLimitOfTheRulesThatApplyCounts() {
    PolicyScope elsewhere = new PolicyScope(List.of("cn-beijing"), null, null);
    PolicyScope prod = new PolicyScope(null, null, Map.of("env", "prod*"));
    PolicyFacts facts =
        facts(
            rule("a", elsewhere, BigDecimal.ONE),
            rule("b", prod, BigDecimal.TEN),
            rule("c", null, new BigDecimal(20)));
    assertThat(facts.names()).containsExactly("b", "c");
    assertThat(facts.capped(null)).isEqualTo(BigDecimal.TEN);
    assertThat(facts.capped(new BigDecimal(15))).isEqualTo(BigDecimal.TEN);
    assertThat(facts.capped(BigDecimal.ONE)).isEqualTo(BigDecimal.ONE);
    assertThat(facts.costRule()).contains("b");
    assertThat(facts.isAtTheCap(new BigDecimal("10.00"))).isTrue();
    assertThat(facts.isAtTheCap(BigDecimal.ONE)).isFalse();
    assertThat(PolicyJudge.ofRequest(facts, REQUEST)).isEmpty();
    Decision raise =
        Decision.builder(Action.EXTEND).actor("ben").maxCost(new BigDecimal("10.01")).build();
    assertThat(PolicyJudge.ofDecision(facts, REQUEST, raise))
        .contains("policy rule b refuses it: maxCost 10.01 is more than the 10 that it allows");
  }

  @Test
  void tagsThatAreNotKnownRefuseWhatAsksForThem() {
    PolicyRule tagged =
        new PolicyRule(
            "tagged",
            new PolicyScope(null, null, Map.of("env", "prod*")),
            new PolicyScope(null, null, Map.of("restore", "yes")),
            null,
            false,
            false,
            List.of(),
            null);
    Policy policy = new Policy(List.of(tagged));
    assertThat(policy.needsTags()).isTrue();
    assertThat(policy.of(INSTANCE, null).refusalOfInstance()).isPresent();
    assertThat(policy.of(INSTANCE, Map.of()).rules()).isEmpty();
    assertThat(policy.of(INSTANCE, Map.of("env", "prod", "restore", "yes")).refusalOfInstance())
        .isEmpty();
  }

  @Test
  void withoutAPolicyNothingIsRefused() {
    PolicyFacts none = PolicyFacts.orNone(null);
    assertThat(PolicyJudge.ofRequest(none, REQUEST)).isEmpty();
    assertThat(none.capped(null)).isNull();
    assertThat(
            PolicyJudge.ofDecision(none, REQUEST, Decision.of(Action.APPROVE, "a-1", "ana", null)))
        .isEmpty();
  }
}
