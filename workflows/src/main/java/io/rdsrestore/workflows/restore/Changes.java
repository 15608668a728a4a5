package io.rdsrestore.workflows.restore;

import io.temporal.workflow.Workflow;

/**
 * Changes of the workflow that a restore which is open now may not know: {@code
 * docs/changing-the-workflow.md}. A constant goes when no restore without it can be open.
 */
enum Changes {
  /** 2026-11: the primary is read once more between the approval and the first change. */
  PRIMARY_IS_SEEN_AFTER_APPROVAL("primary-is-seen-after-approval"),

  /**
   * 2026-11: a cost limit of the policy that was lowered after the plan makes it anew. Asked only
   * where one was, so that a calm restore has no event of it.
   */
  LOWERED_COST_LIMIT_IS_TOLD("lowered-cost-limit-is-told"),

  /**
   * 2026-11: no line is on its way to the audit while a refusal ends the workflow. Asked only where
   * an audit is kept.
   */
  REFUSAL_STOPS_THE_AUDITOR("refusal-stops-the-auditor"),

  /**
   * 2026-11: a signal for a gate that is mistyped is refused. Asked only where one comes, so that
   * no other restore has an event of it.
   */
  MISTYPED_GATE_IS_REFUSED("mistyped-gate-is-refused"),

  /** 2026-11: a cancel in Temporal that comes while gate cleanup waits tries again at once. */
  CANCEL_TRIES_THE_CLEANUP_AGAIN("cancel-tries-the-cleanup-again"),

  /** 2026-11: that an undo is not offered much longer is said before its end. */
  END_OF_UNDO_IS_TOLD("end-of-undo-is-told");

  private static final int FIRST = 1;

  private final String id;

  Changes(String id) {
    this.id = id;
  }

  /** Whether this restore has come here with the change, or comes here for the first time now. */
  boolean isIn() {
    return Workflow.getVersion(id, Workflow.DEFAULT_VERSION, FIRST) >= FIRST;
  }
}
