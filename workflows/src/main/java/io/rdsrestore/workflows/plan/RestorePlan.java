package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.request.RestorePoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * What will be done. An approval is of one plan, by its hash.
 *
 * @param hash over all that an approval is of: target, restore point, purchase, price, conflicts
 * @param instance of the primary, with engine and version, for people
 * @param restoreTo the restore point
 * @param windowBegin of the recovery window; null where a backup set is restored
 * @param windowEnd of the recovery window
 * @param objects what goes where
 * @param purchase null while a blocker kept it from being worked out
 * @param price null likewise
 * @param source where the data comes from
 * @param durations how long each phase is expected to take
 * @param expectedCost of the clone for that time, in the currency of the price; null likewise
 * @param changes what will be changed on the primary and undone later
 * @param checks one row a check
 */
public record RestorePlan(
    String hash,
    String instance,
    RestorePoint restoreTo,
    Instant windowBegin,
    Instant windowEnd,
    List<ObjectTarget> objects,
    PurchaseConfiguration purchase,
    Price price,
    PlanSource source,
    ExpectedDurations durations,
    BigDecimal expectedCost,
    List<String> changes,
    List<PlanCheck> checks) {

  @JsonIgnore
  public List<PlanCheck> blockers() {
    return checks.stream().filter(check -> check.status() == CheckStatus.BLOCKER).toList();
  }

  /** The same plan with its targets decided; what an approval is of does not change by that. */
  public RestorePlan withObjects(List<ObjectTarget> decided) {
    return new RestorePlan(
        hash,
        instance,
        restoreTo,
        windowBegin,
        windowEnd,
        decided,
        purchase,
        price,
        source,
        durations,
        expectedCost,
        changes,
        checks);
  }

  /** The same plan with these rows in place of all that had one of their ids. */
  public RestorePlan withChecks(List<PlanCheck> newer) {
    List<String> ids = newer.stream().map(PlanCheck::id).toList();
    List<PlanCheck> merged =
        Stream.concat(checks.stream().filter(check -> !ids.contains(check.id())), newer.stream())
            .toList();
    return new RestorePlan(
        hash,
        instance,
        restoreTo,
        windowBegin,
        windowEnd,
        objects,
        purchase,
        price,
        source,
        durations,
        expectedCost,
        changes,
        merged);
  }
}
