package io.rdsrestore.workflows.activity;

/**
 * A read replica of the primary.
 *
 * @param storage how full it is
 * @param delaySeconds how far it is behind (DescribeReadDBInstanceDelay); null if not known
 * @param delayUnknownBecause why not; null if it is known
 */
public record ReplicaFacts(StorageFacts storage, Long delaySeconds, String delayUnknownBecause) {}
