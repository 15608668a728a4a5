package io.rdsrestore.workflows.restore;

import io.rdsrestore.workflows.decision.Decision;

/** A person wants other objects or another restore point: the plan is made anew. */
final class ChangeOfPlan extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Decision decision;

  ChangeOfPlan(Decision decision) {
    super(decision.action().word(), null, false, false);
    this.decision = decision;
  }

  Decision decision() {
    return decision;
  }
}
