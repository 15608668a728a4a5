package io.rdsrestore.workflows.policy;

import io.rdsrestore.workflows.activity.InstanceReference;
import java.util.List;
import java.util.Map;

/**
 * A worker's policy file.
 *
 * @param rules in the order of their names
 */
public record Policy(List<PolicyRule> rules) {

  /** Whether an instance's tags have to be read to judge it. */
  public boolean needsTags() {
    return rules.stream().anyMatch(PolicyRule::needsTags);
  }

  /**
   * What holds for an instance.
   *
   * @param tags of it; null: not known; what asks for them is then taken not to be met
   */
  public PolicyFacts of(InstanceReference instance, Map<String, String> tags) {
    return new PolicyFacts(
        rules.stream()
            .filter(rule -> rule.where() == null || rule.where().covers(instance, tags))
            .map(
                rule ->
                    new AppliedRule(
                        rule.name(),
                        rule.allow() == null
                            ? null
                            : rule.allow().outside(instance, tags).orElse(null),
                        rule.maxCost(),
                        rule.approvalRequired(),
                        rule.otherApprover(),
                        rule.forbid(),
                        rule.because()))
            .toList());
  }
}
