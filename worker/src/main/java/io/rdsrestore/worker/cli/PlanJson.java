package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.plan.CheckStatus;
import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.plan.ExpectedDurations;
import io.rdsrestore.workflows.plan.ObjectTarget;
import io.rdsrestore.workflows.plan.PlanSource;
import io.rdsrestore.workflows.plan.PrecheckPrediction;
import io.rdsrestore.workflows.plan.PurchaseConfiguration;
import io.rdsrestore.workflows.plan.RestorePlan;
import io.rdsrestore.workflows.request.RestorePoint;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A plan for programs.
 *
 * @param target what goes where
 * @param source where it comes from
 * @param price null while a blocker kept it from being asked
 * @param changes what is changed on the primary and undone later
 * @param checks one row a check
 * @param predictions which row predicts which precheck item
 */
record PlanJson(
    String hash,
    String instance,
    List<ObjectTarget> target,
    Source source,
    PurchaseConfiguration purchase,
    Cost price,
    Durations durations,
    List<String> changes,
    List<Check> checks,
    List<PrecheckPrediction> predictions) {

  /** Where the data comes from. */
  record Source(
      RestorePoint restoreTo,
      Instant asOf,
      Instant restorePoint,
      Duration age,
      Instant windowBegin,
      Instant windowEnd,
      String backupId,
      Instant backupAt) {}

  /** What the clone costs. */
  record Cost(BigDecimal perHour, BigDecimal expected, String currency) {}

  /** How long it takes. */
  record Durations(ExpectedDurations phases, Duration lifeOfClone, Duration total) {}

  /** One row. */
  record Check(
      String id, CheckStatus status, String message, String remedy, List<String> commands) {}

  static PlanJson of(RestorePlan plan, Engine engine) {
    PlanSource source = plan.source();
    ExpectedDurations durations = plan.durations();
    return new PlanJson(
        plan.hash(),
        plan.instance(),
        plan.objects(),
        new Source(
            plan.restoreTo(),
            source.asOf(),
            source.restorePoint(),
            source.age(),
            plan.windowBegin(),
            plan.windowEnd(),
            source.backupId(),
            source.backupAt()),
        plan.purchase(),
        plan.price() == null
            ? null
            : new Cost(plan.price().perHour(), plan.expectedCost(), plan.price().currency()),
        new Durations(durations, durations.lifeOfClone(), durations.total()),
        plan.changes(),
        plan.checks().stream()
            .map(
                check ->
                    new Check(
                        check.id(),
                        check.status(),
                        check.message(),
                        check.remedy(),
                        check.commands()))
            .toList(),
        engine.predictions());
  }
}
