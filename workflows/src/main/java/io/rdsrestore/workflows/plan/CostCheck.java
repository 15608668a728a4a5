package io.rdsrestore.workflows.plan;

import java.math.BigDecimal;

/** What the restore is expected to cost against what it may. */
final class CostCheck {
  private static final String ID = "cost";

  private CostCheck() {}

  /**
   * The row.
   *
   * @param expected see {@link ExpectedDurations#cost}
   * @param max limits.maxCost; null: no limit
   */
  static PlanCheck of(Price price, BigDecimal expected, BigDecimal max) {
    String about =
        "the clone is expected to cost %s %s".formatted(expected.toPlainString(), price.currency());
    if (max == null) {
      return PlanCheck.ok(ID, about + "; limits.maxCost sets no limit");
    }
    if (price.perHour().compareTo(max) > 0) {
      return PlanCheck.refusal(
          ID,
          "one hour of the clone costs %s, and limits.maxCost is %s"
              .formatted(price.text(), max.toPlainString()),
          "start again with a higher limits.maxCost, or with a smaller clone.class");
    }
    String message = "%s, limits.maxCost is %s".formatted(about, max.toPlainString());
    return expected.compareTo(max) > 0
        ? PlanCheck.warning(
            ID,
            message + ": a person will be asked before it is passed",
            "raise limits.maxCost, or be there to decide")
        : PlanCheck.ok(ID, message);
  }
}
