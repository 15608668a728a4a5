package io.rdsrestore.workflows.activity;

import java.util.List;

/**
 * How much room and strength the primary has left. Each part says for itself why it is not known.
 *
 * @param storage of the primary
 * @param replicas its read replicas
 * @param load of the primary
 * @param whitelist of the primary
 */
public record CapacityFacts(
    StorageFacts storage, List<ReplicaFacts> replicas, LoadFacts load, WhitelistFacts whitelist) {}
