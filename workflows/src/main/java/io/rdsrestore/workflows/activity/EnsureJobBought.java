package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;
import java.time.Duration;

/**
 * The purchase that shall have been made.
 *
 * @param instanceClass InstanceClass, for example {@code small}
 * @param unknownOutcomeWait see {@link io.rdsrestore.workflows.request.Limits}
 * @param primaryId what is written to; null, as of builds that did not say it
 * @param engine of both ends; MySQL in what builds wrote that knew no other
 */
public record EnsureJobBought(
    JobReference job,
    String instanceClass,
    Duration unknownOutcomeWait,
    String primaryId,
    Engine engine) {
  public EnsureJobBought {
    engine = engine == null ? Engine.MYSQL : engine;
  }
}
