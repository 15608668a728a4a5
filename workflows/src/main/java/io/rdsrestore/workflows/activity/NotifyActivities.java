package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.notify.Notice;
import io.rdsrestore.workflows.notify.Told;
import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/** The people around a restore. */
@ActivityInterface
public interface NotifyActivities {

  /**
   * Sees to it that everybody whom the worker's routes name has got a notice. Who has is not sent
   * it again by a later attempt; after a lost answer somebody may get it twice, under the same id.
   * {@code TRANSIENT} while one is missing.
   */
  @ActivityMethod
  Told ensureTold(Notice notice);
}
