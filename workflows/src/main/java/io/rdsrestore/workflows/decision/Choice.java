package io.rdsrestore.workflows.decision;

import java.util.List;

/**
 * One way on from a gate.
 *
 * @param action the decision
 * @param leadsTo what follows from it
 * @param acknowledge dangers that the decision must name in {@code acknowledge}; empty for none
 */
public record Choice(Action action, String leadsTo, List<String> acknowledge) {
  public static Choice of(Action action, String leadsTo) {
    return new Choice(action, leadsTo, List.of());
  }
}
