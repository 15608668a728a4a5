package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.RestoreMark;
import io.rdsrestore.workflows.activity.InstanceFacts;
import io.rdsrestore.workflows.activity.Leftover;
import io.rdsrestore.workflows.activity.RecoveryFacts;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.time.Instant;
import java.util.List;

/**
 * All that a plan is made from.
 *
 * @param request a valid request
 * @param primary as it is now
 * @param recovery null if not read, because an earlier check refuses
 * @param purchase null likewise
 * @param price null likewise
 * @param leftovers what carries the mark of any restore of this primary
 * @param surroundings what else was looked at
 * @param restoreId of this restore; null where none is running and only the plan is wanted
 * @param now when the plan is made
 */
public record PlanInputs(
    RestoreRequest request,
    InstanceFacts primary,
    RecoveryFacts recovery,
    PurchaseConfiguration purchase,
    Price price,
    List<Leftover> leftovers,
    Surroundings surroundings,
    String restoreId,
    Instant now) {

  /** The managed account's name, as far as it is known. */
  String accountName() {
    return restoreId == null ? "rr_<restore id>" : RestoreMark.accountName(restoreId);
  }
}
