package io.rdsrestore.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Chance that can be had again. */
class RandomFaultsTest {
  private static final int CALLS = 20_000;

  @Test
  void aSeedMeansTheSameFaultsAndAnotherSeedOthers() {
    assertThat(draw(RandomFaults.of(7), "CloneDBInstance"))
        .isEqualTo(draw(RandomFaults.of(7), "CloneDBInstance"))
        .isNotEqualTo(draw(RandomFaults.of(8), "CloneDBInstance"))
        .isNotEqualTo(draw(RandomFaults.of(7), "DeleteDBInstance"));
  }

  @Test
  void everyActionIsCountedByItself() {
    Faults alone = new Faults();
    alone.setRandom(new RandomFaults(3, 0.3, 0.1, 0.1, 0));
    Faults mixed = new Faults();
    mixed.setRandom(new RandomFaults(3, 0.3, 0.1, 0.1, 0));
    for (int i = 0; i < 200; i++) {
      mixed.draw("DescribeRegions");
      assertThat(mixed.draw("CloneDBInstance")).isEqualTo(alone.draw("CloneDBInstance"));
    }
  }

  @Test
  void ratesAreKeptAndOnlyLooksFlap() {
    RandomFaults faults = new RandomFaults(11, 0.05, 0.01, 0.02, 0.1);
    List<FaultRule> looks = draw(faults, "DescribeDBInstanceAttribute");
    List<FaultRule> writes = draw(faults, "CloneDBInstance");
    assertThat(part(looks, Effect.flap)).isBetween(0.08, 0.1);
    assertThat(part(writes, Effect.flap)).isZero();
    assertThat(writes.stream().filter(rule -> rule.when() == When.afterCommit).count())
        .isBetween(CALLS / 130L, CALLS / 75L);
    assertThat(writes)
        .extracting(FaultRule::code)
        .contains("Throttling", "Throttling.User", "Throttling.Api", "InternalError");
  }

  @Test
  void ratesThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> RandomFaults.of(1, 2)).hasMessageContaining("0 to 1");
    assertThatThrownBy(() -> RandomFaults.of(1, 0.9)).hasMessageContaining("more than 1");
  }

  private static double part(List<FaultRule> rules, Effect effect) {
    return rules.stream().filter(rule -> rule.effect() == effect).count() / (double) CALLS;
  }

  private static List<FaultRule> draw(RandomFaults faults, String action) {
    return LongStream.rangeClosed(1, CALLS)
        .mapToObj(ordinal -> faults.of(action, ordinal))
        .flatMap(Optional::stream)
        .toList();
  }
}
