package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.sweep.OwnerQuery;
import io.rdsrestore.workflows.sweep.Owners;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** Temporal, asked which restores have not ended. */
@ActivityInterface
public interface OwnerActivities {

  /**
   * Which of these are in use by a restore that runs, or kept beyond one (DescribeWorkflowExecution
   * of {@code restore/<instanceId>} and {@code restore-keep/<restoreId>}). Whatever cannot be told
   * is a failure: nothing is called ended by guessing.
   */
  @ActivityMethod
  Owners readOwners(OwnerQuery query);
}
