package io.rdsrestore.worker.cli;

import io.grpc.StatusRuntimeException;
import io.rdsrestore.activities.ActivityImplementations;
import io.rdsrestore.worker.ExitCode;
import io.rdsrestore.worker.UserError;
import io.rdsrestore.workflows.RestoreErrorCode;
import io.rdsrestore.workflows.activity.InstanceReference;
import io.rdsrestore.workflows.activity.ManagedAccount;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.activity.Removal;
import io.rdsrestore.workflows.activity.RemoveClones;
import io.rdsrestore.workflows.activity.RemoveJob;
import io.rdsrestore.workflows.sweep.Marked;
import io.rdsrestore.workflows.sweep.MarkedKind;
import io.rdsrestore.workflows.sweep.MarkedThings;
import io.rdsrestore.workflows.sweep.OwnerQuery;
import io.rdsrestore.workflows.sweep.SweepChoice;
import io.rdsrestore.workflows.sweep.SweepFinding;
import io.rdsrestore.workflows.sweep.SweepVerdict;
import io.temporal.client.WorkflowServiceException;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks over regions for what has outlived its restore, and removes it. */
final class Sweep {
  private final ActivityImplementations activities;
  private final OwnerActivities owners;
  private final DirectReads reads;
  private final DirectRemovals removals = new DirectRemovals();

  Sweep(ActivityImplementations activities, OwnerActivities owners) {
    this.activities = activities;
    this.owners = owners;
    this.reads = new DirectReads(activities);
  }

  /**
   * What was found.
   *
   * @param notRead what could not be looked into
   */
  record Found(List<SweepFinding> findings, List<String> notRead) {
    /**
     * What goes: what has outlived its restore, the kept clones that are named, and what belongs to
     * restores that are named and not known here.
     */
    List<SweepFinding> chosen(List<String> keptClones, List<String> unknownRestores) {
      return findings.stream()
          .filter(
              one ->
                  one.mayGo()
                      || (one.verdict() == SweepVerdict.KEPT
                          && keptClones.contains(one.thing().id()))
                      || (one.verdict() == SweepVerdict.UNKNOWN
                          && unknownRestores.contains(owner(one))))
          .toList();
    }

    List<SweepFinding> with(SweepVerdict verdict) {
      return findings.stream().filter(one -> one.verdict() == verdict).toList();
    }
  }

  /** How what is not known here is named: a whitelist group says only whose instance it is on. */
  static String owner(SweepFinding finding) {
    Marked thing = finding.thing();
    return thing.restoreId() == null ? thing.instanceId() : thing.restoreId();
  }

  /**
   * What became of an orphan.
   *
   * @param why it stays; null if it has gone
   */
  record Removed(Marked thing, String why) {
    boolean isGone() {
      return why == null;
    }
  }

  /**
   * Looks.
   *
   * @param named whether a person has named the regions, who then is told of one that there is not
   */
  Found look(List<String> regions, boolean named) {
    List<Marked> things = new ArrayList<>();
    List<String> notRead = new ArrayList<>();
    for (String region : regions) {
      try {
        lookAt(region, things, notRead);
      } catch (UserError e) {
        if (!isNoRegion(e)) {
          throw e;
        }
        if (named) {
          throw new UserError(ExitCode.USAGE, e.getMessage(), e);
        }
        notRead.add(e.getMessage());
      }
    }
    // Only now: what was there before has a restore that Temporal has known before.
    return new Found(judge(things), notRead);
  }

  private void lookAt(String region, List<Marked> things, List<String> notRead) {
    // First: it knows whether there is such a region.
    add(
        reads.must(
            "list the instances of " + region, () -> activities.rds().readMarkedInstances(region)),
        things,
        notRead);
    add(
        reads.must("list the DTS jobs of " + region, () -> activities.dts().readMarkedJobs(region)),
        things,
        notRead);
  }

  private static boolean isNoRegion(UserError error) {
    return error.getCause() instanceof ApplicationFailure failure
        && RestoreErrorCode.NOT_FOUND.name().equals(failure.getType());
  }

  private static void add(MarkedThings found, List<Marked> things, List<String> notRead) {
    things.addAll(found.found());
    notRead.addAll(found.notRead());
  }

  private List<SweepFinding> judge(List<Marked> things) {
    return things.isEmpty()
        ? List.of()
        : SweepChoice.of(things, owners.readOwners(OwnerQuery.of(things)));
  }

  /** Each on its own, DTS jobs first; a clone stays as long as a job that reads it does. */
  List<Removed> remove(List<SweepFinding> chosen) {
    List<Removed> removed = new ArrayList<>();
    Set<String> withJob = new HashSet<>();
    for (SweepFinding one : chosen) {
      Marked thing = one.thing();
      String why =
          thing.kind() == MarkedKind.CLONE && withJob.contains(thing.restoreId())
              ? "it is kept as long as the DTS job that reads it is there"
              : remove(one);
      if (why != null && thing.kind() == MarkedKind.JOB) {
        withJob.add(thing.restoreId());
      }
      removed.add(new Removed(thing, why));
    }
    return removed;
  }

  /** A restore may have begun since it was looked at; null if it may still go. */
  private String changedSince(SweepFinding before) {
    try {
      SweepFinding now = judge(List.of(before.thing())).get(0);
      return now.verdict() == SweepVerdict.IN_USE ? now.why() : null;
    } catch (StatusRuntimeException | WorkflowServiceException e) {
      return "Temporal does not answer any more whether its restore has ended";
    }
  }

  /** Why it stays; null if it has gone. */
  private String remove(SweepFinding finding) {
    Marked thing = finding.thing();
    String since = changedSince(finding);
    if (since != null) {
      return since;
    }
    InstanceReference on = new InstanceReference(thing.regionId(), thing.instanceId());
    return switch (thing.kind()) {
      case JOB ->
          removals.run(
              () ->
                  activities
                      .dts()
                      .removeJob(
                          new RemoveJob(
                              thing.regionId(),
                              thing.restoreId(),
                              thing.id(),
                              null,
                              Duration.ZERO)));
      case CLONE ->
          removals.run(
              () ->
                  activities
                      .rds()
                      .removeClones(
                          new RemoveClones(
                              thing.restoreId(),
                              new InstanceReference(thing.regionId(), thing.primaryId()),
                              thing.id(),
                              Duration.ZERO)));
      case ACCOUNT ->
          removals.run(
              () -> {
                activities.rds().removeAccount(new ManagedAccount(on, thing.restoreId()));
                return new Removal(List.of(thing.id()), List.of());
              });
      case WHITELIST ->
          removals.run(
              () -> {
                activities.rds().removeWhitelist(on);
                return new Removal(List.of(thing.id()), List.of());
              });
    };
  }
}
