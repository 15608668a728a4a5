package io.rdsrestore.worker.cli;

import io.rdsrestore.workflows.decision.DecisionBuilder;

/** Says what a decision lacks, once it is known what it answers. */
@FunctionalInterface
interface Completion {
  /** Lacks nothing. */
  Completion NOTHING = (said, asked) -> {};

  /**
   * Adds it to what was said.
   *
   * @throws io.rdsrestore.worker.UserError if it is not known, with what to type
   */
  void complete(DecisionBuilder said, Asked asked);
}
