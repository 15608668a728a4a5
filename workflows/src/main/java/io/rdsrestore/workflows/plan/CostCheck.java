package io.rdsrestore.workflows.plan;

import io.rdsrestore.workflows.policy.PolicyFacts;
import java.math.BigDecimal;

/** What the restore is expected to cost against what it may. */
public final class CostCheck {
  private static final String ID = "cost";

  private CostCheck() {}

  /**
   * The row.
   *
   * @param expected see {@link ExpectedDurations#cost}
   * @param wanted limits.maxCost; null: no limit
   * @param policy that may set one, too; null: there is none
   */
  public static PlanCheck of(
      Price price, BigDecimal expected, BigDecimal wanted, PolicyFacts policy) {
    PolicyFacts rules = PolicyFacts.orNone(policy);
    BigDecimal max = rules.capped(wanted);
    boolean ofPolicy = max != null && (wanted == null || max.compareTo(wanted) < 0);
    String limit =
        ofPolicy ? "the limit of policy rule " + rules.costRule().orElseThrow() : "limits.maxCost";
    String about =
        "the clone is expected to cost %s %s".formatted(expected.toPlainString(), price.currency());
    if (max == null) {
      return PlanCheck.ok(ID, about + "; limits.maxCost sets no limit");
    }
    if (price.perHour().compareTo(max) > 0) {
      return PlanCheck.refusal(
          ID,
          "one hour of the clone costs %s, and %s is %s"
              .formatted(price.text(), limit, max.toPlainString()),
          ofPolicy
              ? "start again with a smaller clone.class"
              : "start again with a higher limits.maxCost, or with a smaller clone.class");
    }
    String message = "%s, %s is %s".formatted(about, limit, max.toPlainString());
    return expected.compareTo(max) > 0
        ? PlanCheck.warning(
            ID,
            message
                + (ofPolicy
                    ? ", which nobody can raise: the restore stops before it is passed"
                    : ": a person will be asked before it is passed"),
            ofPolicy
                ? "restore fewer objects, or have the policy changed"
                : "raise limits.maxCost, or be there to decide")
        : PlanCheck.ok(ID, message);
  }
}
