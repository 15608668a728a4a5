package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.policy.PolicyFacts;
import io.rdsrestore.workflows.policy.PolicyJudge;
import io.rdsrestore.workflows.request.RestoreRequest;
import java.util.List;

/** What the policy of the worker that has read the primary says; no row where there is none. */
public final class PolicyChecks {
  private static final String ID = "policy";

  private PolicyChecks() {}

  /**
   * The rows.
   *
   * @param policy null: there is none
   */
  public static List<PlanCheck> of(RestoreRequest request, PolicyFacts policy) {
    if (policy == null) {
      return List.of();
    }
    List<PlanCheck> refusals =
        PolicyJudge.ofRequest(policy, request).stream()
            .map(breach -> PlanCheck.refusal(ID, breach.message(), breach.remedy()))
            .toList();
    return refusals.isEmpty() ? List.of(kept(policy)) : refusals;
  }

  private static PlanCheck kept(PolicyFacts policy) {
    return PlanCheck.ok(
        ID,
        policy.names().isEmpty()
            ? "no rule of the policy is about this instance"
            : "the request keeps the rules " + String.join(", ", policy.names()));
  }
}
