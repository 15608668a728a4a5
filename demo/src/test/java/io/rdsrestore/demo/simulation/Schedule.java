package io.rdsrestore.demo.simulation;

import io.rdsrestore.sandbox.http.FaultRule;
import io.rdsrestore.sandbox.http.FaultRule.Effect;
import io.rdsrestore.sandbox.http.FaultRule.When;
import io.rdsrestore.sandbox.http.RandomFaults;
import io.rdsrestore.sandbox.settings.SandboxVariants;
import io.rdsrestore.sandbox.settings.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * All that one seed decides before the restore begins.
 *
 * @param approval whether the request asks for an approval
 * @param byBackup whether it names a backup set instead of an instant
 * @param invalid whether it has a field that does not exist
 * @param chance faults by chance; null for none
 * @param faults that happen once each
 * @param people whether they do more than to approve and to retry
 * @param restarts whether workers come and go
 */
record Schedule(
    long seed,
    boolean approval,
    boolean byBackup,
    boolean invalid,
    SandboxVariants variants,
    RandomFaults chance,
    List<FaultRule> faults,
    boolean people,
    boolean restarts) {
  private static final Set<String> PURCHASES = Set.of("CloneDBInstance", "CreateDtsInstance");
  private static final List<String> REFUSABLE =
      List.of("ModifySecurityIps", "CreateAccount", "ConfigureDtsJob", "DescribePrice");

  static Schedule of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean approval = random.nextInt(4) > 0;
    boolean byBackup = random.nextInt(4) == 0;
    boolean invalid = random.nextInt(25) == 0;
    boolean people = random.nextInt(10) >= 4;
    boolean restarts = random.nextInt(4) == 0;
    SandboxVariants variants = SandboxVariants.defaults();
    for (int i = random.nextInt(4); i > 0; i--) {
      Variant variant = pick(List.of(Variant.values()), random);
      variants.set(variant, pick(variant.plausible(), random));
    }
    List<FaultRule> faults = new ArrayList<>();
    PURCHASES.stream()
        .sorted()
        .filter(action -> random.nextInt(4) == 0)
        .forEach(
            action ->
                faults.add(
                    new FaultRule(
                        action,
                        random.nextInt(3) == 0 ? When.before : When.afterCommit,
                        random.nextBoolean() ? Effect.reset : Effect.html502,
                        null,
                        null,
                        1,
                        null)));
    if (people && random.nextInt(3) == 0) {
      faults.add(FaultRule.error(pick(REFUSABLE, random), "Forbidden.RAM", 403, 1));
    }
    if (people && random.nextInt(5) == 0) {
      faults.add(FaultRule.error("DtsCopy", "DTS-1020042 disk is full", 400, 1));
    }
    RandomFaults chance = random.nextInt(5) == 0 ? null : RandomFaults.of(seed);
    return new Schedule(
        seed, approval, byBackup, invalid, variants, chance, faults, people, restarts);
  }

  /** The same request and variants, and nothing goes wrong. */
  Schedule calm() {
    return new Schedule(
        seed, approval, byBackup, false, SandboxVariants.defaults(), null, List.of(), false, false);
  }

  static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
