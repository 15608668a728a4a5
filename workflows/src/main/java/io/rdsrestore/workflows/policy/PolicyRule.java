package io.rdsrestore.workflows.policy;

import java.math.BigDecimal;
import java.util.List;

/**
 * A floor with a name, as the policy file sets it.
 *
 * @param name by which refusals call it
 * @param where instances that it is about; null: all
 * @param allow of these, those that may be restored; null: all
 * @param maxCost what the clones of a restore may cost at most, in the currency of the price; null:
 *     no limit
 * @param approvalRequired whether a request may not do without an approval
 * @param otherApprover whether nobody may approve what they have asked for themselves
 * @param forbid what nobody may do
 * @param because told with each refusal; null: nothing
 */
public record PolicyRule(
    String name,
    PolicyScope where,
    PolicyScope allow,
    BigDecimal maxCost,
    boolean approvalRequired,
    boolean otherApprover,
    List<Forbidden> forbid,
    String because) {

  boolean needsTags() {
    return (where != null && where.needsTags()) || (allow != null && allow.needsTags());
  }
}
