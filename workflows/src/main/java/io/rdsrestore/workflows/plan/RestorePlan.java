package io.rdsrestore.workflows.plan;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.rdsrestore.workflows.request.RestorePoint;
import java.time.Instant;
import java.util.List;

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
    List<String> changes,
    List<PlanCheck> checks) {

  @JsonIgnore
  public List<PlanCheck> blockers() {
    return checks.stream().filter(check -> check.status() == CheckStatus.BLOCKER).toList();
  }
}
