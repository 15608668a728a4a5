package io.rdsrestore.workflows.decision;

import static org.assertj.core.api.Assertions.assertThat;

import io.rdsrestore.workflows.RestorePhase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What {@code extend} must say. */
class KeepRuleTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofHours(20));

  /** Ten more hours an amount of one. */
  private static final KeepRule.CostEnd COST_END =
      limit -> NOW.plus(Duration.ofHours(limit.longValue() * 10));

  private final KeepRule free = rule("the clone is kept", null);
  private final KeepRule limited = rule("the clone is kept", BigDecimal.valueOf(3));

  private static KeepRule rule(String kept, BigDecimal maxCost) {
    return new KeepRule(
        () -> kept, () -> "it ends", () -> UNTIL, () -> NOW, () -> maxCost, COST_END);
  }

  @Test
  void whereNothingIsKeptAnyMoreNothingIsExtended() {
    assertThat(rule(null, null).objection(extend().keepFor(Duration.ofDays(1)).build()))
        .contains("nothing is kept any more");
  }

  @Test
  void itCountsFromNowOnSoThatADoubleChangesNothing() {
    Decision extend = extend().keepFor(Duration.ofDays(1)).build();
    assertThat(free.objection(extend)).isEmpty();
    assertThat(free.until(extend)).isEqualTo(NOW.plus(Duration.ofDays(1)));
    Instant end = NOW.plus(Duration.ofDays(2));
    assertThat(free.until(extend().until(end).build())).isEqualTo(end);
  }

  @Test
  void itSaysOneOfTwoAndKeepsForLonger() {
    assertObjection(extend().build(), "it must say one of keepFor");
    assertObjection(
        extend().keepFor(Duration.ofDays(1)).until(UNTIL.plusSeconds(1)).build(),
        "it must say one of keepFor");
    assertObjection(extend().keepFor(Duration.ofHours(20)).build(), "is kept until " + UNTIL);
    assertObjection(extend().until(UNTIL).build(), "is kept until " + UNTIL);
    assertObjection(extend().keepFor(Duration.ofDays(31)).build(), "at most 30 days");
    assertObjection(extend().until(NOW.plus(Duration.ofDays(31))).build(), "at most 30 days");
    assertObjection(extend().keepFor(Duration.ZERO).build(), "longer than nothing");
    assertObjection(
        extend().keepFor(Duration.ofSeconds(Long.MIN_VALUE)).build(), "longer than nothing");
    assertObjection(extend().keepFor(Duration.ofSeconds(Long.MAX_VALUE)).build(), "30 days");
    assertObjection(extend().until(Instant.MAX).build(), "at most 30 days");
    assertObjection(extend().until(Instant.MIN).build(), "longer than nothing");
  }

  @Test
  void itStaysWithinWhatMayBeSpentOrSaysMore() {
    Decision extend = extend().keepFor(Duration.ofHours(31)).build();
    assertThat(limited.objection(extend))
        .hasValueSatisfying(
            objection ->
                assertThat(objection)
                    .contains("pass the limit of 3", "until 2026-11-24T16:00:00Z at most"));
    assertThat(limited.objection(extend.toBuilder().maxCost(BigDecimal.valueOf(4)).build()))
        .isEmpty();
    assertThat(limited.objection(extend().keepFor(Duration.ofHours(29)).build())).isEmpty();
  }

  @Test
  void aRestoreItselfIsNotExtended() {
    GateKeeper keeper = new GateKeeper();
    assertThat(keeper.judge(extend().keepFor(Duration.ofDays(1)).build()).sentence())
        .contains("restore-keep/<restore id>");
    keeper.keepRule(free);
    keeper.enter(RestorePhase.KEEPING, NOW);
    Decision extend = extend().id("one").keepFor(Duration.ofDays(1)).build();
    assertThat(keeper.receive(extend, NOW))
        .isEqualTo(new Verdict.Acts(null, "the clone is kept until 2026-11-24T10:00:00Z"));
    assertThat(keeper.receive(extend, NOW)).isInstanceOf(Verdict.Ignored.class);
    keeper.receive(Decision.of(Action.ABORT, null, "ana", null), NOW);
    assertThat(keeper.judge(extend().keepFor(Duration.ofDays(2)).build()).sentence())
        .isEqualTo("the clone is being removed");
  }

  private void assertObjection(Decision extend, String part) {
    assertThat(free.objection(extend))
        .as(extend.toString())
        .hasValueSatisfying(objection -> assertThat(objection).contains(part));
  }

  private static DecisionBuilder extend() {
    return Decision.builder(Action.EXTEND).actor("ana");
  }
}
