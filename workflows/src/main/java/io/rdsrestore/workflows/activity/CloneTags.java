package io.rdsrestore.workflows.activity;

import java.time.Instant;

/** Tags that a clone shall carry. */
public record CloneTags(
    InstanceReference instance, String restoreId, String primaryInstanceId, Instant expires) {}
