package io.rdsrestore.workflows.policy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a workflow knows of its worker's policy: the rules that are about its instance. Read
 * leniently: absent means that there is none.
 *
 * @param rules in the order of their names
 */
public record PolicyFacts(List<AppliedRule> rules) {
  /** Of a worker without a policy. */
  private static final PolicyFacts NONE = new PolicyFacts(List.of());

  public PolicyFacts {
    rules = rules == null ? List.of() : List.copyOf(rules);
  }

  /** The same, or no rules where there is no policy. */
  public static PolicyFacts orNone(PolicyFacts facts) {
    return facts == null ? NONE : facts;
  }

  /** The rule that forbids something; empty if none does. */
  Optional<AppliedRule> forbidding(Forbidden deed) {
    return rules.stream().filter(rule -> rule.forbids(deed)).findFirst();
  }

  /** The rule that limits the cost, the strictest of them; empty if none does. */
  Optional<AppliedRule> limitingCost() {
    return rules.stream()
        .filter(rule -> rule.maxCost() != null)
        .min(Comparator.comparing(AppliedRule::maxCost));
  }

  /** Why the instance itself is refused, naming the rule; empty if it is not. */
  public Optional<String> refusalOfInstance() {
    return rules.stream()
        .filter(rule -> rule.breach() != null)
        .map(rule -> rule.refusal(rule.breach()))
        .findFirst();
  }

  /** Its name; empty likewise. */
  public Optional<String> costRule() {
    return limitingCost().map(AppliedRule::name);
  }

  /** The limit of a request under this policy; null: neither sets one. */
  public BigDecimal capped(BigDecimal maxCost) {
    BigDecimal cap = limitingCost().map(AppliedRule::maxCost).orElse(null);
    return cap == null || (maxCost != null && maxCost.compareTo(cap) <= 0) ? maxCost : cap;
  }

  /** Whether nobody may raise a limit any more. */
  public boolean isAtTheCap(BigDecimal maxCost) {
    return maxCost != null
        && limitingCost().filter(rule -> rule.maxCost().compareTo(maxCost) <= 0).isPresent();
  }

  /** The names of the rules. */
  public List<String> names() {
    return rules.stream().map(AppliedRule::name).filter(Objects::nonNull).toList();
  }
}
