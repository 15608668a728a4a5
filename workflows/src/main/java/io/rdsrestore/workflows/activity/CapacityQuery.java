package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * Whose room and load are asked.
 *
 * @param primary the instance that receives rows
 * @param storageGb its DBInstanceStorage, GB
 * @param replicaIds its read replicas
 */
public record CapacityQuery(InstanceReference primary, int storageGb, List<String> replicaIds) {}
