package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreContract;
import java.util.Comparator;
import java.util.List;

/**
 * Whose something is, and whether it may go. Only what is certainly ours and whose restore does not
 * run may; in every doubt it stays.
 */
public final class SweepChoice {
  private SweepChoice() {}

  /** All of them, in the order in which they would be removed. */
  public static List<SweepFinding> of(List<Marked> things, Owners owners) {
    return things.stream()
        .sorted(
            Comparator.comparing(Marked::kind)
                .thenComparing(Marked::regionId)
                .thenComparing(Marked::instanceId, Comparator.nullsLast(String::compareTo))
                .thenComparing(Marked::id))
        .map(thing -> of(thing, owners))
        .toList();
  }

  /** One of them. */
  public static SweepFinding of(Marked thing, Owners owners) {
    if (owners.runs(thing.restoreId())) {
      return inUse(thing, "restore %s is running".formatted(thing.restoreId()));
    }
    if (owners.keeps(thing.restoreId()) && goesWithTheClone(thing)) {
      return inUse(thing, "it is kept by " + RestoreContract.keepWorkflowId(thing.restoreId()));
    }
    boolean mayBeOfTheRunning =
        thing.kind() == MarkedKind.CLONE || thing.kind() == MarkedKind.WHITELIST;
    if (mayBeOfTheRunning && owners.uses(thing.instanceId())) {
      return inUse(
          thing,
          "restore %s, which runs, uses %s"
              .formatted(owners.running().get(thing.instanceId()), thing.instanceId()));
    }
    if (thing.doubt() != null) {
      return new SweepFinding(thing, SweepVerdict.UNCLEAR, thing.doubt());
    }
    if (thing.keptAt() != null) {
      return new SweepFinding(
          thing, SweepVerdict.KEPT, "kept by %s at %s".formatted(thing.keptBy(), thing.keptAt()));
    }
    return new SweepFinding(thing, SweepVerdict.ORPHAN, why(thing, owners));
  }

  /** A job that is still there goes before the clone; account and group went with the restore. */
  private static boolean goesWithTheClone(Marked thing) {
    return thing.kind() == MarkedKind.CLONE || thing.kind() == MarkedKind.JOB;
  }

  private static SweepFinding inUse(Marked thing, String why) {
    return new SweepFinding(thing, SweepVerdict.IN_USE, why);
  }

  private static String why(Marked thing, Owners owners) {
    if (thing.kind() == MarkedKind.WHITELIST) {
      return "no restore of %s is running, and it is open".formatted(thing.instanceId());
    }
    String end = owners.ended().get(thing.restoreId());
    return end == null
        ? "no restore %s is running in namespace %s"
            .formatted(thing.restoreId(), owners.namespace())
        : "restore %s has ended (%s)".formatted(thing.restoreId(), end);
  }
}
