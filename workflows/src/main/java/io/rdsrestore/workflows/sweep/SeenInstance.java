package io.rdsrestore.workflows.sweep;

import java.time.Instant;
import java.util.Map;

/**
 * An instance as it is listed.
 *
 * @param description RDS: DBInstanceDescription; empty if it has none
 * @param tags by key; empty where they could not be read
 * @param type RDS: DBInstanceType; null if not told
 * @param payType RDS: PayType; null if not told
 * @param createdAt null if not told
 * @param isProtected RDS: DeletionProtection
 */
public record SeenInstance(
    String regionId,
    String id,
    String description,
    Map<String, String> tags,
    String status,
    String type,
    String payType,
    Instant createdAt,
    boolean isProtected) {}
