package io.rdsrestore.workflows.sweep;

import io.rdsrestore.workflows.RestoreContract;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose something is, and whether it may go. Only what is certainly ours and whose restore does not
 * run may; in every doubt it stays.
 */
public final class SweepChoice {
  private SweepChoice() {}

  /** All of them, in the order in which they would be removed. */
  public static List<SweepFinding> of(List<Marked> things, Owners owners) {
    Set<String> knownRestores =
        things.stream()
            .filter(owners::knowsOf)
            .map(Marked::restoreId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return things.stream()
        .sorted(
            Comparator.comparing(Marked::kind)
                .thenComparing(Marked::regionId)
                .thenComparing(Marked::instanceId, Comparator.nullsLast(String::compareTo))
                .thenComparing(Marked::id))
        .map(
            thing ->
                of(
                    thing,
                    owners,
                    owners.knowsOf(thing)
                        // An account on a clone does not say whose clone it is.
                        || (thing.restoreId() != null
                            && knownRestores.contains(thing.restoreId()))))
        .toList();
  }

  /** One of them. */
  public static SweepFinding of(Marked thing, Owners owners) {
    return of(thing, owners, owners.knowsOf(thing));
  }

  private static SweepFinding of(Marked thing, Owners owners, boolean isKnown) {
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
    return isKnown
        ? new SweepFinding(thing, SweepVerdict.ORPHAN, why(thing, owners))
        : new SweepFinding(
            thing,
            SweepVerdict.UNKNOWN,
            "namespace %s knows no restore of %s, so it may belong to one in another namespace"
                .formatted(
                    owners.namespace(),
                    Objects.requireNonNullElse(thing.primaryId(), thing.instanceId())));
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
