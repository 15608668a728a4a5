package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;
import io.rdsrestore.workflows.request.RestorePoint;
import java.util.List;

/**
 * What of an instance's backups is asked.
 *
 * @param databases those chosen
 * @param engine which says what tells the recovery window; MySQL in what builds wrote that knew no
 *     other
 */
public record RecoveryQuery(
    InstanceReference instance, RestorePoint restoreTo, List<String> databases, Engine engine) {
  public RecoveryQuery {
    engine = engine == null ? Engine.MYSQL : engine;
  }
}
