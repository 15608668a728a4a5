package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.activity.BackupFacts;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.request.RestorePoint;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the plan of a restore: every rule that can be looked at before anything is bought. */
public final class Planner {
  private Planner() {}

  public static RestorePlan plan(PlanInputs inputs) {
    RestoreRequest request = inputs.request();
    RecoveryFacts recovery = inputs.recovery();
    List<ObjectTarget> objects =
        TargetChoice.beforeLooking(
            request, restorePoint(request.restoreTo(), recovery).orElse(null), inputs.primary());
    ExpectedDurations durations = DurationEstimate.of(inputs);
    boolean byTime = request.restoreTo().time() != null;
    return new RestorePlan(
        PlanHash.of(request, inputs.purchase(), inputs.price()),
        describe(inputs.primary()),
        request.restoreTo(),
        byTime && recovery != null ? recovery.windowBegin() : null,
        byTime && recovery != null ? recovery.windowEnd() : null,
        objects,
        inputs.purchase(),
        inputs.price(),
        source(inputs),
        durations,
        inputs.price() == null ? null : durations.cost(inputs.price()),
        PlannedChanges.of(inputs, objects),
        checks(inputs, objects, durations));
  }

  /**
   * The instant that the restored data is of; empty while it is not known.
   *
   * @param recovery may be null
   */
  public static Optional<Instant> restorePoint(RestorePoint restoreTo, RecoveryFacts recovery) {
    if (restoreTo.time() != null) {
      return Optional.of(restoreTo.time());
    }
    if (recovery == null || recovery.requested() == null) {
      return Optional.empty();
    }
    BackupFacts backup = recovery.requested();
    return Optional.ofNullable(backup.instant());
  }

  /**
   * When an instant leaves the recovery window, whose begin moves on with time; empty for a backup
   * set, and while the window is not known.
   *
   * @param now when the window was read
   */
  public static Optional<Instant> restorePointLostAt(
      RestorePoint restoreTo, RecoveryFacts recovery, Instant now) {
    return restoreTo.time() == null || recovery == null || recovery.windowBegin() == null
        ? Optional.empty()
        : Optional.of(now.plus(Duration.between(recovery.windowBegin(), restoreTo.time())));
  }

  /** Whether the recovery window has yet to reach the restore point: log upload lags. */
  public static boolean mustWaitForWindow(RestorePlan plan) {
    return plan.restoreTo().time() != null
        && plan.windowEnd() != null
        && plan.restoreTo().time().isAfter(plan.windowEnd());
  }

  private static String describe(InstanceFacts primary) {
    return "%s (%s %s, %s, %s)"
        .formatted(
            primary.instance().instanceId(),
            primary.engine(),
            primary.engineVersion(),
            primary.category(),
            primary.instance().regionId());
  }

  private static PlanSource source(PlanInputs inputs) {
    RecoveryFacts recovery = inputs.recovery();
    Instant restorePoint = restorePoint(inputs.request().restoreTo(), recovery).orElse(null);
    BackupFacts backup =
        recovery == null
            ? null
            : recovery.requested() != null ? recovery.requested() : recovery.nearest();
    return backup == null
        ? new PlanSource(inputs.now(), restorePoint, null, null)
        : new PlanSource(inputs.now(), restorePoint, backup.backupId(), backup.instant());
  }

  private static List<PlanCheck> checks(
      PlanInputs inputs, List<ObjectTarget> objects, ExpectedDurations durations) {
    List<PlanCheck> checks = new ArrayList<>();
    checks.addAll(InstanceChecks.of(inputs.primary()));
    checks.addAll(PolicyChecks.of(inputs.request(), inputs.primary().policy()));
    if (inputs.recovery() != null) {
      checks.addAll(RecoveryChecks.of(inputs));
      Engine.in(inputs.primary()).otherWay(inputs).ifPresent(checks::add);
    }
    checks.addAll(ObjectChecks.of(inputs, objects));
    checks.addAll(Engine.in(inputs.primary()).limits(inputs.request()));
    checks.add(Engine.in(inputs.primary()).charset(inputs.request(), inputs.primary()));
    checks.add(AccountCheck.of(inputs));
    checks.addAll(AccountRights.of(inputs, objects));
    checks.add(AccountCheck.ofPassword(inputs));
    checks.addAll(SurroundingChecks.of(inputs));
    checks.addAll(LeftoverChecks.of(inputs));
    checks.addAll(PurchaseChecks.of(inputs));
    if (inputs.price() != null) {
      checks.add(
          CostCheck.of(
              inputs.price(),
              durations.cost(inputs.price()),
              inputs.request().limits().maxCost(),
              inputs.primary().policy()));
    }
    checks.addAll(SqlRows.of(inputs));
    return List.copyOf(checks);
  }
}
