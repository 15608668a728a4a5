package io.rdsrestore.worker.monitor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which clones cost money, by what restores tell of themselves. One clone may be told of by
 * several: its restore, what keeps it afterwards, a run that was reset. One that runs knows best,
 * else the youngest does.
 */
final class CostlyClones {
  private static final Comparator<ListedRestore> WHO_KNOWS =
      Comparator.comparing(ListedRestore::running).thenComparing(ListedRestore::startedAt);

  private CostlyClones() {}

  static List<CostlyClone> of(List<ListedRestore> restores) {
    Map<String, ListedRestore> best = new LinkedHashMap<>();
    for (ListedRestore one : restores) {
      if (one.cloneId() != null) {
        best.merge(one.cloneId(), one, (a, b) -> WHO_KNOWS.compare(a, b) >= 0 ? a : b);
      }
    }
    List<CostlyClone> clones = new ArrayList<>();
    for (ListedRestore one : best.values()) {
      if (one.cloneSince() != null) {
        clones.add(
            new CostlyClone(
                one.cloneId(),
                one.regionId(),
                one.workflowId(),
                state(one),
                one.cloneSince(),
                one.running() ? one.keptUntil() : null));
      }
    }
    return clones;
  }

  private static CostlyClone.State state(ListedRestore one) {
    if (!one.running()) {
      return CostlyClone.State.LEFT;
    }
    return one.keptUntil() == null ? CostlyClone.State.IN_USE : CostlyClone.State.KEPT;
  }
}
