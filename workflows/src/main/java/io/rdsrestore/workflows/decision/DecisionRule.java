package io.rdsrestore.workflows.decision;

import java.util.Optional;

/** What a decision must fulfil beyond what its gate knows: the request that it would change. */
@FunctionalInterface
public interface DecisionRule {

  /** Why a decision cannot act at a gate; empty if it can. */
  Optional<String> objection(Gate gate, Decision decision);
}
