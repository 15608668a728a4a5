package io.rdsrestore.sandbox.http;

import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Faults by chance that can be had again: what happens to a call depends on the seed, the action
 * and how many calls of that action came before, and on nothing else. Immutable.
 *
 * @param seed prints with every failure
 * @param errors the part of calls that is refused before anything is done: 0 to 1
 * @param lostAnswers the part of calls that is done, and whose answer is lost
 * @param throttles the part of calls that is throttled, by each documented code in turn
 * @param flaps the part of looks at states that shows a failed one, or nothing; never two looks of
 *     an action in a row
 */
public record RandomFaults(
    long seed, double errors, double lostAnswers, double throttles, double flaps) {

  /** Every code that the public documents have for too many calls, with its HTTP status. */
  public static final List<Throttle> THROTTLES =
      List.of(
          new Throttle("Throttling", 400),
          new Throttle("Throttling.User", 400),
          new Throttle("Throttling.Api", 403),
          new Throttle("Rejected.Throttling", 400),
          new Throttle("NotInFlowController", 403));

  /** A refusal because of too many calls. */
  public record Throttle(String code, int http) {}

  public RandomFaults {
    for (double rate : new double[] {errors, lostAnswers, throttles, flaps}) {
      if (!(rate >= 0 && rate <= 1)) {
        throw new IllegalArgumentException("a rate is from 0 to 1");
      }
    }
    if (errors + lostAnswers + throttles + flaps > 1) {
      throw new IllegalArgumentException("the rates add up to more than 1");
    }
  }

  /** 5 % errors, and 1 % each of lost answers, throttles and flaps. */
  public static RandomFaults of(long seed) {
    return of(seed, 0.05);
  }

  /** Errors at a rate from 0 to 0.6; lost answers, throttles and flaps each at a fifth of it. */
  public static RandomFaults of(long seed, double rate) {
    return new RandomFaults(seed, rate, rate / 5, rate / 5, rate / 5);
  }

  /**
   * What happens to a call.
   *
   * @param ordinal the action's first call is 1
   */
  public Optional<FaultRule> of(String action, long ordinal) {
    Optional<FaultRule> drawn = draw(action, ordinal);
    // A state that flaps is shown once: the next look at it shows what is.
    return isFlap(drawn) && isFlap(draw(action, ordinal - 1)) ? Optional.empty() : drawn;
  }

  private static boolean isFlap(Optional<FaultRule> rule) {
    return rule.filter(drawn -> drawn.effect() == Effect.flap).isPresent();
  }

  private Optional<FaultRule> draw(String action, long ordinal) {
    SplittableRandom random =
        new SplittableRandom(seed * 0x9E3779B97F4A7C15L + action.hashCode() * 1_000_003L + ordinal);
    double chance = random.nextDouble();
    if (chance < errors) {
      return Optional.of(error(action, random));
    }
    chance -= errors;
    if (chance < lostAnswers) {
      return Optional.of(lostAnswer(action, random));
    }
    chance -= lostAnswers;
    if (chance < throttles) {
      Throttle throttle = THROTTLES.get(random.nextInt(THROTTLES.size()));
      return Optional.of(FaultRule.error(action, throttle.code(), throttle.http(), 1));
    }
    chance -= throttles;
    return chance < flaps && Looks.shows(action)
        ? Optional.of(FaultRule.flap(action, random.nextBoolean() ? "NotFound" : null))
        : Optional.empty();
  }

  private static FaultRule error(String action, SplittableRandom random) {
    return switch (random.nextInt(4)) {
      case 0 -> FaultRule.error(action, "InternalError", 500, 1);
      case 1 -> FaultRule.error(action, "ServiceUnavailable", 503, 1);
      case 2 -> before(action, Effect.html502);
      default -> before(action, Effect.reset);
    };
  }

  private static FaultRule before(String action, Effect effect) {
    return new FaultRule(action, When.before, effect, null, null, 1, null);
  }

  private static FaultRule lostAnswer(String action, SplittableRandom random) {
    Effect effect = random.nextBoolean() ? Effect.reset : Effect.html502;
    return new FaultRule(action, When.afterCommit, effect, null, null, 1, null);
  }
}
