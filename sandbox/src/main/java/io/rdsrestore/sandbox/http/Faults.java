package io.rdsrestore.sandbox.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The faults still to come: those asked for, in their order, and those of chance. */
public final class Faults {
  private static final class Pending {
    private final FaultRule rule;
    private int left;

    Pending(FaultRule rule) {
      this.rule = rule;
      left = rule.times();
    }
  }

  private final List<Pending> pending = new ArrayList<>();
  private final Map<String, Long> calls = new HashMap<>();
  private RandomFaults random;

  public synchronized void add(FaultRule rule) {
    pending.add(new Pending(rule));
  }

  /** Forgets what was asked for, and ends chance, too. */
  public synchronized void clear() {
    pending.clear();
    random = null;
  }

  /** From now on chance adds to what was asked for; each action is counted from its first call. */
  public synchronized void setRandom(RandomFaults faults) {
    random = faults;
    calls.clear();
  }

  /** Chance, if it plays. */
  public synchronized Optional<RandomFaults> random() {
    return Optional.ofNullable(random);
  }

  /** Those that have not yet hit as often as asked for. */
  public synchronized List<FaultRule> pending() {
    return pending.stream().map(p -> p.rule).toList();
  }

  /** What chance has for the next call of this action. */
  synchronized Optional<FaultRule> draw(String action) {
    if (random == null) {
      return Optional.empty();
    }
    long ordinal = calls.merge(action, 1L, Long::sum);
    return random.of(action, ordinal);
  }

  /** All faults for this pseudo action, each of which is thereby used up once. */
  public synchronized List<FaultRule> takeEach(String action) {
    List<FaultRule> hit = new ArrayList<>();
    for (Iterator<Pending> it = pending.iterator(); it.hasNext(); ) {
      Pending next = it.next();
      if (next.rule.action().equals(action)) {
        hit.add(next.rule);
        useUp(next, it);
      }
    }
    return hit;
  }

  /** The next fault for this point, which is thereby used up once; not one of looks. */
  public synchronized Optional<FaultRule> take(String action, FaultRule.When when) {
    return takeMatching(
        rule ->
            rule.action().equals(action)
                && rule.when() == when
                && !FaultRule.Effect.OF_LOOKS.contains(rule.effect()));
  }

  /** The next fault of this kind, which is thereby used up once. */
  synchronized Optional<FaultRule> takeMatching(Predicate<FaultRule> wanted) {
    for (Iterator<Pending> it = pending.iterator(); it.hasNext(); ) {
      Pending next = it.next();
      if (wanted.test(next.rule)) {
        useUp(next, it);
        return Optional.of(next.rule);
      }
    }
    return Optional.empty();
  }

  private static void useUp(Pending next, Iterator<Pending> position) {
    next.left--;
    if (next.left == 0) {
      position.remove();
    }
  }
}
