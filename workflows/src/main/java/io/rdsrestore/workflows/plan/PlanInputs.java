package io.rdsrestore.workflows.plan;

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
 * @param restoreId of this restore
 * @param now when the plan is made
 */
public record PlanInputs(
    RestoreRequest request,
    InstanceFacts primary,
    RecoveryFacts recovery,
    PurchaseConfiguration purchase,
    Price price,
    List<Leftover> leftovers,
    String restoreId,
    Instant now) {}
