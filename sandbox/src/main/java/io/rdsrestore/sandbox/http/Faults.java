package io.rdsrestore.sandbox.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The faults still to come, in the order they were asked for. */
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

  public synchronized void add(FaultRule rule) {
    pending.add(new Pending(rule));
  }

  public synchronized void clear() {
    pending.clear();
  }

  /** Those that have not yet hit as often as asked for. */
  public synchronized List<FaultRule> pending() {
    return pending.stream().map(p -> p.rule).toList();
  }

  /** All faults for this pseudo action, each of which is thereby used up once. */
  public synchronized List<FaultRule> takeEach(String action) {
    List<FaultRule> hit = new ArrayList<>();
    for (Iterator<Pending> it = pending.iterator(); it.hasNext(); ) {
      Pending next = it.next();
      if (next.rule.action().equals(action)) {
        hit.add(next.rule);
        next.left--;
        if (next.left == 0) {
          it.remove();
        }
      }
    }
    return hit;
  }

  /** The next fault for this point, which is thereby used up once. */
  public synchronized Optional<FaultRule> take(String action, FaultRule.When when) {
    for (Iterator<Pending> it = pending.iterator(); it.hasNext(); ) {
      Pending next = it.next();
      if (next.rule.action().equals(action) && next.rule.when() == when) {
        next.left--;
        if (next.left == 0) {
          it.remove();
        }
        return Optional.of(next.rule);
      }
    }
    return Optional.empty();
  }
}
