package io.rdsrestore.workflows.activity;

import java.time.Instant;

/**
 * Tags that a clone shall carry.
 *
 * @param keptBy the workflow that keeps it after its restore; null: none
 */
public record CloneTags(
    InstanceReference instance,
    String restoreId,
    String primaryInstanceId,
    Instant expires,
    String keptBy) {}
