package io.rdsrestore.workflows.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * A rule that is about the instance in question, as a workflow knows it.
 *
 * @param name of the rule
 * @param breach why the instance itself is refused; null: it is not
 * @param maxCost see {@link PolicyRule}
 * @param approvalRequired likewise
 * @param otherApprover likewise
 * @param forbid likewise; null: nothing
 * @param because likewise
 */
public record AppliedRule(
    String name,
    String breach,
    BigDecimal maxCost,
    boolean approvalRequired,
    boolean otherApprover,
    List<Forbidden> forbid,
    String because) {

  boolean forbids(Forbidden deed) {
    return forbid != null && forbid.contains(deed);
  }

  /** A refusal by this rule, in a sentence. */
  String refusal(String what) {
    return "policy rule %s refuses it: %s%s"
        .formatted(name, what, because == null ? "" : " (" + because + ")");
  }
}
