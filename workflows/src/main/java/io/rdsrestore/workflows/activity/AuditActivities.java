package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.audit.AuditBatch;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The audit that a worker keeps. */
@ActivityInterface
public interface AuditActivities {

  /**
   * Sees to it that entries are in the audit, each once by its id. {@code TRANSIENT} while one is
   * not.
   */
  @ActivityMethod
  void ensureAudited(AuditBatch batch);
}
