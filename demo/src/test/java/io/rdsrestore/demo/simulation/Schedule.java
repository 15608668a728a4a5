package io.rdsrestore.demo.simulation;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * All that one seed decides before the restore begins.
 *
 * @param wish the request
 * @param chance faults by chance; null for none
 * @param faults that happen once each
 * @param people whether they do more than to approve and to retry
 * @param restarts whether workers come and go
 */
record Schedule(
    long seed,
    Wish wish,
    SandboxVariants variants,
    RandomFaults chance,
    List<FaultRule> faults,
    boolean people,
    boolean restarts) {
  private static final List<String> PURCHASES = List.of("CloneDBInstance", "CreateDtsInstance");

  /** What decides whether something is bought twice: worth to be tried often. */
  private static final List<Variant> ABOUT_PURCHASES =
      List.of(
          Variant.secondPurchase,
          Variant.clientTokenRemembered,
          Variant.cloneListedAfter,
          Variant.cloneFoundAfter,
          Variant.buyFirstAccepted);

  private static final List<String> REFUSABLE =
      List.of("ModifySecurityIps", "CreateAccount", "ConfigureDtsJob", "DescribePrice");

  static Schedule of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Wish wish = Wish.of(random);
    boolean people = random.nextInt(10) >= 4;
    boolean restarts = random.nextInt(4) == 0;
    SandboxVariants variants = SandboxVariants.defaults();
    for (int i = random.nextInt(5); i > 0; i--) {
      List<Variant> from = random.nextBoolean() ? ABOUT_PURCHASES : List.of(Variant.values());
      Variant variant = pick(from, random);
      variants.set(variant, pick(variant.plausible(), random));
    }
    List<FaultRule> faults = new ArrayList<>();
    for (String action : PURCHASES) {
      if (random.nextInt(3) == 0) {
        faults.add(
            new FaultRule(
                action,
                random.nextInt(3) == 0 ? When.before : When.afterCommit,
                random.nextBoolean() ? Effect.reset : Effect.html502,
                null,
                null,
                1,
                null));
      }
    }
    if (people && random.nextInt(3) == 0) {
      faults.add(FaultRule.error(pick(REFUSABLE, random), "Forbidden.RAM", 403, 1));
    }
    if (people && random.nextInt(5) == 0) {
      faults.add(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
    }
    RandomFaults chance = random.nextInt(5) == 0 ? null : RandomFaults.of(seed);
    return new Schedule(seed, wish, variants, chance, faults, people, restarts);
  }

  /** The same request, and nothing goes wrong. */
  Schedule calm() {
    return new Schedule(
        seed, wish.inPeace(), SandboxVariants.defaults(), null, List.of(), false, false);
  }

  static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
