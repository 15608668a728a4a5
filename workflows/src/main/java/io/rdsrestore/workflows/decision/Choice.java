package io.rdsrestore.workflows.decision;

/**
 * One way on from a gate.
 *
 * @param action the decision
 * @param leadsTo what follows from it
 */
public record Choice(Action action, String leadsTo) {}
