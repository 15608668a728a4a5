package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.RestoreContract;
import io.rdsrestore.workflows.activity.OwnerActivities;
import io.rdsrestore.workflows.decision.GateKind;
import io.rdsrestore.workflows.notify.Notices;
import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.request.RequestProblem;
import io.rdsrestore.workflows.sweep.Marked;
import io.rdsrestore.workflows.sweep.MarkedThings;
import io.rdsrestore.workflows.sweep.OwnerQuery;
import io.rdsrestore.workflows.sweep.SweepChoice;
import io.rdsrestore.workflows.sweep.SweepFinding;
import io.rdsrestore.workflows.sweep.SweepLookReport;
import io.rdsrestore.workflows.sweep.SweepLookRequest;
import io.rdsrestore.workflows.sweep.SweepLookWorkflow;
import io.temporal.common.converter.RawValue;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;

/**
 * Looks and alerts: a line in the log for each orphan, the metrics {@value #METRIC} and {@value
 * #BLIND_METRIC}, the search attribute {@code RestoreWaitingFor}, the result. Removes nothing: that
 * is for people.
 */
public final class SweepLookImpl implements SweepLookWorkflow {
  /** Counter: how many orphans looks have seen; Prometheus appends {@code _total}. */
  public static final String METRIC = "rds_restore_orphans";

  /** Counter: how much looks could not look into. */
  public static final String BLIND_METRIC = "rds_restore_sweep_blind";

  private final Logger log = Workflow.getLogger(SweepLookImpl.class);

  @Override
  public SweepLookReport look(RawValue request) {
    List<String> regions = regions(request);
    List<Marked> things = new ArrayList<>();
    List<String> notRead = new ArrayList<>();
    NotifyFacts notifications = null;
    for (String region : regions) {
      try {
        MarkedThings jobs = Steps.attempt(() -> jobs(region));
        MarkedThings instances = Steps.attempt(() -> instances(region));
        things.addAll(jobs.found());
        things.addAll(instances.found());
        notRead.addAll(jobs.notRead());
        notRead.addAll(instances.notRead());
        notifications = instances.notifications();
      } catch (StepFailed failed) {
        // The other regions are looked over all the same.
        notRead.add(
            "region %s: %s".formatted(region, failed.trouble().message().replaceFirst("\\.$", "")));
      }
    }
    // Only now: what was there before has a restore that Temporal has known before.
    List<SweepFinding> findings =
        things.isEmpty()
            ? List.of()
            : SweepChoice.of(
                things,
                Workflow.newActivityStub(
                        OwnerActivities.class,
                        ActivityPolicies.read("ask which restores have not ended"))
                    .readOwners(OwnerQuery.of(things)));
    SweepLookReport report =
        SweepLookReport.of(Workflow.getInfo().getNamespace(), regions, findings, notRead);
    alert(report);
    if (report.isAlert()) {
      Messenger.handOver(
          notifications, () -> Notices.ofOrphans(Messenger.source(), report, Clock.now()));
    }
    return report;
  }

  private static MarkedThings jobs(String region) {
    return Steps.dts(ActivityPolicies.read("look for DTS jobs of ours in " + region))
        .readMarkedJobs(region);
  }

  private static MarkedThings instances(String region) {
    return Steps.rds(ActivityPolicies.scan("look for clones and more of ours in " + region))
        .readMarkedInstances(region);
  }

  private void alert(SweepLookReport report) {
    Workflow.upsertTypedSearchAttributes(
        RestoreContract.WAITING_FOR.valueSet(
            report.isAlert() ? GateKind.CLEANUP.word() : RestoreContract.WAITING_FOR_NOTHING));
    Workflow.setCurrentDetails(report.summary());
    Workflow.getMetricsScope()
        .counter(METRIC)
        .inc(report.orphans().size() + report.unknown().size());
    Workflow.getMetricsScope().counter(BLIND_METRIC).inc(report.notRead().size());
    if (report.isAlert()) {
      log.warn("{}", report.summary());
      Stream.concat(report.orphans().stream(), report.unknown().stream())
          .forEach(
              orphan ->
                  log.warn(
                      "{} in {}: {}",
                      orphan.thing().name(),
                      orphan.thing().regionId(),
                      orphan.why()));
    }
  }

  private static List<String> regions(RawValue request) {
    return SweepLookRequest.read(Raw.text(request))
        .map(SweepLookRequest::regions)
        .orElseThrow(
            () ->
                Refusal.ofRequest(
                    List.of(
                        new RequestProblem(
                            "regions",
                            "names no region, for example {\"regions\": [\"cn-hangzhou\"]}"))));
  }
}
