package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.notify.NotifyFacts;
import io.rdsrestore.workflows.policy.PolicyFacts;

/**
 * What the worker that has tried to read the primary is configured to do: a restore whose first
 * read fails has to know it, too.
 *
 * @param notifications whom it tells; null: nobody
 * @param policy what it lets nobody do with that instance; null: it has no policy
 * @param audited whether it keeps an audit
 */
public record ReaderFacts(NotifyFacts notifications, PolicyFacts policy, boolean audited) {

  /** Whether there is nothing to know. */
  public boolean isNothing() {
    return notifications == null && policy == null && !audited;
  }
}
