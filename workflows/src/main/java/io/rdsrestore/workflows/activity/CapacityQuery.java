package io.rdsrestore.workflows.activity;

import io.rdsrestore.workflows.plan.Engine;
import java.util.List;

/**
 * Whose room and load are asked.
 *
 * @param primary the instance that receives rows
 * @param storageGb its DBInstanceStorage, GB
 * @param replicaIds its read replicas
 * @param engine which says what of its load RDS tells; MySQL in what builds wrote that knew no
 *     other
 */
public record CapacityQuery(
    InstanceReference primary, int storageGb, List<String> replicaIds, Engine engine) {
  public CapacityQuery {
    engine = engine == null ? Engine.MYSQL : engine;
  }
}
