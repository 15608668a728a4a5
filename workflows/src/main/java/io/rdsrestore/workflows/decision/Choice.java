package io.rdsrestore.workflows.decision;

import java.util.List;
import java.util.Map;

/**
 * One way on from a gate.
 *
 * @param action the decision
 * @param leadsTo what follows from it
 * @param acknowledge dangers that the decision must name in {@code acknowledge}; empty for none
 * @param fields what the decision says beside its action, as an example that works as it stands;
 *     empty for nothing
 */
public record Choice(
    Action action, String leadsTo, List<String> acknowledge, Map<String, Object> fields) {
  public static Choice of(Action action, String leadsTo) {
    return new Choice(action, leadsTo, List.of(), Map.of());
  }

  /** A choice that says more than its action. */
  public static Choice of(Action action, String leadsTo, Map<String, Object> fields) {
    return new Choice(action, leadsTo, List.of(), fields);
  }

  /** The same, with dangers that must be named. */
  public Choice acknowledging(List<String> dangers) {
    return new Choice(action, leadsTo, dangers, fields);
  }
}
